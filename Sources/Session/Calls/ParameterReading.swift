package import Declarations
import Syntax

extension AnyParameter {
    /// An argument as the parameter's own type.
    ///
    /// - Throws: a sentence that names the parameter, what it takes and what it was given. A name of
    ///   one letter says little, and the sentence names the command too.
    func check(_ value: Value, of command: String) throws(Failure) -> any Sendable {
        guard let content = kind.read(value) else {
            let title = name.count > 1 ? name : "the \(name) of \(command)"
            throw Failure(
                "\(title) must be \(kind.expectation), not \(value.literal)",
                hint: kind.suggestion(for: value), parameter: name)
        }
        return content
    }

    /// The default as it would be typed; nil when leaving the argument out means something of its own.
    package var defaultText: String? { defaultValue.flatMap(ParameterText.typed) }
}

extension Parameter where Content == Value? {
    /// Takes a value of any kind, which the command checks.
    package static func value(
        _ name: String, _ expectation: String, _ summary: String
    ) -> Parameter {
        Parameter(name, .value(expectation), fallback: nil, hasDefault: false, summary)
    }
}

extension Parameter where Content == [Value] {
    /// Takes every positional argument that is left.
    package static func rest(_ name: String, _ summary: String) -> Parameter {
        Parameter(name, .rest, fallback: [], hasDefault: false, isPositional: true, summary)
    }
}

/// The values of parameters as text.
enum ParameterText {
    /// A value as it would be typed; nil for what is no value of a parameter.
    static func typed(_ value: any Sendable) -> String? {
        switch value {
        case let number as Double: NumberText.general(number)
        case let count as Int: String(count)
        case let flag as Bool: flag ? "on" : "off"
        case let word as String: word
        case let numbers as [Double]:
            "[" + numbers.map(NumberText.general).joined(separator: ", ") + "]"
        case let words as [String]:
            words.isEmpty ? nil : "[" + words.joined(separator: ", ") + "]"
        case let value as Value: value.literal
        default: nil
        }
    }
}

extension ParameterKind {
    /// A value of the language in this kind's own type, or nil when it is not one: `Double`, `Int`,
    /// `Bool`, `String`, `[Double]`, or any `Value` for `.rest`. Words arrive as strings.
    func read(_ value: Value) -> (any Sendable)? {
        switch self {
        case .number(let rule):
            guard let number = Self.number(value), rule.allows(number) else { return nil }
            // As a number, 100% is the 1 of one example.
            if rule == .size, Self.isPercentage(value), number >= 1 { return nil }
            return number
        case .count(let range):
            // 100% of what is no number of things.
            guard !Self.isPercentage(value), let number = Self.number(value),
                let whole = Int(exactly: number), range.contains(whole)
            else { return nil }
            return whole
        case .flag:
            switch value {
            case .boolean(let flag): return flag
            case .string("on"), .string("true"), .string("yes"): return true
            case .string("off"), .string("false"), .string("no"): return false
            default: return nil
            }
        case .choice(let names):
            guard case .string(let word) = value, names.contains(word) else { return nil }
            return word
        case .text, .path:
            if case .string(let word) = value { return word.isEmpty ? nil : word }
            if value.asNumber != nil { return value.literal }
            return nil
        case .numbers:
            // One number is a list of one.
            if let number = Self.number(value) { return [number] }
            let value = Self.called(value) ?? value
            guard case .list(let items) = value else { return nil }
            let numbers = items.compactMap(Self.number)
            return numbers.count == items.count ? numbers : nil
        case .words:
            // One word is a list of one.
            if case .string(let word) = value { return [word] }
            guard case .list(let items) = value else { return nil }
            return items.map { if case .string(let word) = $0 { word } else { $0.literal } }
        case .value, .rest: return value
        // The interpreter gives a command its block; no value is any.
        case .block: return nil
        }
    }

    func suggestion(for value: Value) -> String? {
        switch self {
        case .number(.size) where (Self.number(value) ?? 0) >= 1 && Self.isPercentage(value):
            return "nothing would be left to train on"
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

    /// What a call of a function stands for that is written as a bare word: `logspace(-5,-1,20)`.
    private static func called(_ value: Value) -> Value? {
        guard case .string(let word) = value, word.hasSuffix(")"),
            let open = word.firstIndex(of: "("),
            let function = Functions.named(String(word[..<open]))
        else { return nil }
        let words = word[word.index(after: open)...].dropLast().split(separator: ",")
        let numbers = words.compactMap { word in
            NumberLiteral.value(of: word.filter { $0 != " " }).map { Value.number($0) }
        }
        guard numbers.count == words.count, function.arity.contains(numbers.count) else {
            return nil
        }
        return try? function.apply(numbers)
    }

    private static func number(_ value: Value) -> Double? {
        if case .string(let word) = value { return NumberLiteral.value(of: word) }
        return value.asNumber
    }

    private static func isPercentage(_ value: Value) -> Bool {
        switch value {
        case .percentage: true
        case .string(let word): NumberLiteral.percentage(of: word) != nil
        default: false
        }
    }
}
