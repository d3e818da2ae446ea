import Syntax

/// One argument of a command, declared once: parsing, checking, defaults, help, completion and the
/// reference all come from it.
package struct Parameter<Content: Sendable>: AnyParameter {
    package let name: String
    package let summary: String
    package let kind: ParameterKind
    package let isPositional: Bool
    package let isRequired: Bool
    /// The default as it would be typed; nil when leaving the argument out means something of its own.
    package let defaultText: String?
    package let fallback: Content
    private let convert: @Sendable (Value) -> Content?

    package func check(_ value: Value) throws(Failure) -> any Sendable {
        let typed = kind.read(value)
        guard let typed, let content = convert(typed) else {
            throw Failure(
                "\(name) must be \(kind.expectation), not \(value.literal)",
                hint: kind.suggestion(for: value), parameter: name)
        }
        return content
    }
}

/// A parameter of any type, as lists hold it.
package protocol AnyParameter: Sendable {
    var name: String { get }
    var summary: String { get }
    var kind: ParameterKind { get }
    var isPositional: Bool { get }
    var isRequired: Bool { get }
    var defaultText: String? { get }
    /// The value as the command reads it.
    func check(_ value: Value) throws(Failure) -> any Sendable
}

/// What an argument may be.
package enum ParameterKind: Sendable {
    case number(NumberRule)
    case count(ClosedRange<Int>)
    case flag
    case choice([String])
    case text
    case path
    case numbers
    /// Every argument that is left, as it is.
    case rest

    package enum NumberRule: String, Sendable {
        case any = "a number"
        case positive = "a number above 0"
        case notNegative = "a number of at least 0"
        case share = "a number from 0 to 1"

        func allows(_ value: Double) -> Bool {
            switch self {
            case .any: value.isFinite
            case .positive: value.isFinite && value > 0
            case .notNegative: value.isFinite && value >= 0
            case .share: value >= 0 && value <= 1
            }
        }
    }

    package var expectation: String {
        switch self {
        case .number(let rule): rule.rawValue
        case .count(let range):
            range.upperBound == .max
                ? "a whole number of at least \(range.lowerBound)"
                : "a whole number from \(range.lowerBound) to \(range.upperBound)"
        case .flag: "on or off"
        case .choice(let names): names.joined(separator: ", ")
        case .text: "a word or a string"
        case .path: "a path"
        case .numbers: "a list of numbers, as in [1, 2.5, 3]"
        case .rest: "anything"
        }
    }

    /// The value in this kind's own form, or nil when it is not one. Words arrive as strings.
    func read(_ value: Value) -> Value? {
        switch self {
        case .number(let rule):
            guard let number = Self.number(value), rule.allows(number) else { return nil }
            return .number(number)
        case .count(let range):
            guard let number = Self.number(value), let whole = Int(exactly: number),
                range.contains(whole)
            else { return nil }
            return .number(number)
        case .flag:
            switch value {
            case .boolean: return value
            case .string("on"), .string("true"), .string("yes"): return true
            case .string("off"), .string("false"), .string("no"): return false
            default: return nil
            }
        case .choice(let names):
            guard case .string(let word) = value, names.contains(word) else { return nil }
            return value
        case .text, .path:
            if case .string(let word) = value { return word.isEmpty ? nil : value }
            if case .number = value { return .string(value.literal) }
            return nil
        case .numbers:
            // One number is a list of one.
            if let number = Self.number(value) { return .list([.number(number)]) }
            guard case .list(let items) = value else { return nil }
            let numbers = items.compactMap(Self.number)
            return numbers.count == items.count ? .list(numbers.map(Value.number)) : nil
        case .rest: return value
        }
    }

    func suggestion(for value: Value) -> String? {
        switch self {
        case .number, .count:
            guard case .string(let word) = value, let number = NumberLiteral.repair(of: word) else {
                return nil
            }
            return "did you mean \(number)?"
        default: break
        }
        guard case .choice(let names) = self, case .string(let word) = value,
            let nearest = Spelling.nearest(word, in: names)
        else { return nil }
        return "did you mean '\(nearest)'?"
    }

    private static func number(_ value: Value) -> Double? {
        switch value {
        case .number(let number): number
        case .string(let word): NumberLiteral.value(of: word)
        default: nil
        }
    }
}

// MARK: - The ways to declare one

extension Parameter where Content == Double {
    package static func number(
        _ name: String, default fallback: Double, _ rule: ParameterKind.NumberRule = .any,
        positional: Bool = false, _ summary: String
    ) -> Parameter {
        Parameter(
            name: name, summary: summary, kind: .number(rule), isPositional: positional,
            isRequired: false, defaultText: NumberText.general(fallback), fallback: fallback
        ) { if case .number(let number) = $0 { number } else { nil } }
    }
}

extension Parameter where Content == Double? {
    package static func optionalNumber(
        _ name: String, _ rule: ParameterKind.NumberRule = .any, positional: Bool = false,
        _ summary: String
    ) -> Parameter {
        Parameter(
            name: name, summary: summary, kind: .number(rule), isPositional: positional,
            isRequired: false, defaultText: nil, fallback: nil
        ) { if case .number(let number) = $0 { .some(number) } else { nil } }
    }
}

extension Parameter where Content == Int {
    package static func count(
        _ name: String, default fallback: Int, in range: ClosedRange<Int> = 1...Int.max,
        positional: Bool = false, _ summary: String
    ) -> Parameter {
        Parameter(
            name: name, summary: summary, kind: .count(range), isPositional: positional,
            isRequired: false, defaultText: String(fallback), fallback: fallback
        ) { if case .number(let number) = $0 { Int(exactly: number) } else { nil } }
    }
}

extension Parameter where Content == Int? {
    package static func optionalCount(
        _ name: String, in range: ClosedRange<Int> = 1...Int.max, positional: Bool = false,
        _ summary: String
    ) -> Parameter {
        Parameter(
            name: name, summary: summary, kind: .count(range), isPositional: positional,
            isRequired: false, defaultText: nil, fallback: nil
        ) { if case .number(let number) = $0 { .some(Int(exactly: number)) } else { nil } }
    }
}

extension Parameter where Content == Bool {
    package static func flag(
        _ name: String, default fallback: Bool = false, _ summary: String
    ) -> Parameter {
        Parameter(
            name: name, summary: summary, kind: .flag, isPositional: false, isRequired: false,
            defaultText: fallback ? "on" : "off", fallback: fallback
        ) { if case .boolean(let flag) = $0 { flag } else { nil } }
    }
}

extension Parameter where Content == String {
    package static func choice(
        _ name: String, default fallback: String, of names: [String], positional: Bool = false,
        _ summary: String
    ) -> Parameter {
        Parameter(
            name: name, summary: summary, kind: .choice(names), isPositional: positional,
            isRequired: false, defaultText: fallback, fallback: fallback
        ) { if case .string(let word) = $0 { word } else { nil } }
    }

    /// A path or a word that must be given.
    package static func required(
        _ name: String, _ kind: ParameterKind, _ summary: String
    ) -> Parameter {
        Parameter(
            name: name, summary: summary, kind: kind, isPositional: true, isRequired: true,
            defaultText: nil, fallback: ""
        ) { if case .string(let word) = $0 { word } else { nil } }
    }
}

extension Parameter where Content == String? {
    package static func optionalText(
        _ name: String, _ kind: ParameterKind = .text, positional: Bool = false, _ summary: String
    ) -> Parameter {
        Parameter(
            name: name, summary: summary, kind: kind, isPositional: positional, isRequired: false,
            defaultText: nil, fallback: nil
        ) { if case .string(let word) = $0 { .some(word) } else { nil } }
    }
}

extension Parameter where Content == [Double]? {
    package static func numbers(_ name: String, _ summary: String) -> Parameter {
        Parameter(
            name: name, summary: summary, kind: .numbers, isPositional: false, isRequired: false,
            defaultText: nil, fallback: nil
        ) { value in
            guard case .list(let items) = value else { return nil }
            return items.compactMap { if case .number(let number) = $0 { number } else { nil } }
        }
    }
}

extension Parameter where Content == [Value] {
    /// Takes every positional argument that is left.
    package static func rest(_ name: String, _ summary: String) -> Parameter {
        Parameter(
            name: name, summary: summary, kind: .rest, isPositional: true, isRequired: false,
            defaultText: nil, fallback: []
        ) { if case .list(let items) = $0 { items } else { [$0] } }
    }
}
