/// A named, typed and documented setting: an argument of a command, a hyperparameter of a loss or a
/// penalty, a setting of a data source.
///
/// It is declared once. Parsing, checking, defaults, help, completion and the reference come from the
/// declaration, and `ParameterValues` reads its value back with the type `Content`.
package struct Parameter<Content: Sendable>: AnyParameter {
    package let name: String
    package let summary: String
    package let kind: ParameterKind
    package let isPositional: Bool
    package let isRequired: Bool
    /// What is read back when no value was given.
    package let fallback: Content
    package let defaultValue: (any Sendable)?

    /// The general way to declare a parameter; the functions below are shorter. `hasDefault` says
    /// whether `fallback` is a value that could have been given: without a default, leaving the
    /// argument out means something of its own.
    package init(
        _ name: String, _ kind: ParameterKind, fallback: Content, hasDefault: Bool,
        isPositional: Bool = false, isRequired: Bool = false, _ summary: String
    ) {
        self.name = name
        self.summary = summary
        self.kind = kind
        self.isPositional = isPositional
        self.isRequired = isRequired
        self.fallback = fallback
        defaultValue = hasDefault ? fallback : nil
    }
}

/// A parameter of any type, as lists hold it.
package protocol AnyParameter: Sendable {
    var name: String { get }
    /// One line for help.
    var summary: String { get }
    var kind: ParameterKind { get }
    /// Whether its value may stand without `name=` before it.
    var isPositional: Bool { get }
    var isRequired: Bool { get }
    /// The value when it is not given; nil when leaving it out means something of its own.
    var defaultValue: (any Sendable)? { get }
}

extension Parameter where Content == Double {
    package static func number(
        _ name: String, default fallback: Double, _ rule: ParameterKind.NumberRule = .any,
        positional: Bool = false, _ summary: String
    ) -> Parameter {
        Parameter(
            name, .number(rule), fallback: fallback, hasDefault: true, isPositional: positional,
            summary)
    }
}

extension Parameter where Content == Double? {
    package static func optionalNumber(
        _ name: String, _ rule: ParameterKind.NumberRule = .any, positional: Bool = false,
        _ summary: String
    ) -> Parameter {
        Parameter(
            name, .number(rule), fallback: nil, hasDefault: false, isPositional: positional,
            summary)
    }
}

extension Parameter where Content == Int {
    package static func count(
        _ name: String, default fallback: Int, in range: ClosedRange<Int> = 1...Int.max,
        positional: Bool = false, _ summary: String
    ) -> Parameter {
        Parameter(
            name, .count(range), fallback: fallback, hasDefault: true, isPositional: positional,
            summary)
    }
}

extension Parameter where Content == Int? {
    package static func optionalCount(
        _ name: String, in range: ClosedRange<Int> = 1...Int.max, positional: Bool = false,
        _ summary: String
    ) -> Parameter {
        Parameter(
            name, .count(range), fallback: nil, hasDefault: false, isPositional: positional,
            summary)
    }
}

extension Parameter where Content == Bool {
    package static func flag(
        _ name: String, default fallback: Bool = false, _ summary: String
    ) -> Parameter {
        Parameter(name, .flag, fallback: fallback, hasDefault: true, summary)
    }
}

extension Parameter where Content == String {
    package static func choice(
        _ name: String, default fallback: String, of names: [String], positional: Bool = false,
        _ summary: String
    ) -> Parameter {
        Parameter(
            name, .choice(names), fallback: fallback, hasDefault: true, isPositional: positional,
            summary)
    }

    /// A path or a word that must be given.
    package static func required(
        _ name: String, _ kind: ParameterKind, _ summary: String
    ) -> Parameter {
        Parameter(
            name, kind, fallback: "", hasDefault: false, isPositional: true, isRequired: true,
            summary)
    }
}

extension Parameter where Content == String? {
    package static func optionalText(
        _ name: String, _ kind: ParameterKind = .text, positional: Bool = false, _ summary: String
    ) -> Parameter {
        Parameter(
            name, kind, fallback: nil, hasDefault: false, isPositional: positional, summary)
    }
}

extension Parameter where Content == [Double]? {
    package static func numbers(_ name: String, _ summary: String) -> Parameter {
        Parameter(name, .numbers, fallback: nil, hasDefault: false, summary)
    }
}

extension Parameter where Content == [String] {
    package static func words(_ name: String, _ summary: String) -> Parameter {
        Parameter(name, .words, fallback: [], hasDefault: false, summary)
    }
}
