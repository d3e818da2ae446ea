import Platform

extension Value {
    /// Fields that depend on the machine's speed.
    private static let times: Set<String> = ["seconds", "examples_per_second"]

    /// The numbers and words of a record that every replay gives again.
    package var comparableNumbers: [(name: String, text: String)] {
        guard case .record(let record) = self else { return [] }
        return record.fields.compactMap { field in
            guard !Self.times.contains(field.name) else { return nil }
            switch field.value {
            case .number(let number):
                return (field.name, Int(exactly: number).map(String.init) ?? "\(number)")
            case .percentage: return (field.name, field.value.literal)
            case .string(let word): return (field.name, word)
            case .boolean(let flag): return (field.name, "\(flag)")
            case .nothing, .list, .range, .record: return nil
            }
        }
    }

    /// The value as an expression that gives the same bits; nil where the work is given up.
    package var exactLiteral: String? {
        switch self {
        case .nothing, .boolean, .string, .range: return literal
        case .number(let number): return Self.exact(number)
        case .percentage(let percent):
            return percent.isFinite ? Self.exact(percent) + "%" : Self.exact(percent)
        case .list(let items):
            var texts: [String] = []
            for (index, item) in items.enumerated() {
                if index % 1024 == 0, Abandonment.isRequested { return nil }
                guard let text = item.exactLiteral else { return nil }
                texts.append(text)
            }
            return "[" + texts.joined(separator: ", ") + "]"
        case .record(let record):
            let fields = record.fields.compactMap { field in
                field.value.exactLiteral.map { "\(field.name): \($0)" }
            }
            return "{" + fields.joined(separator: ", ") + "}"
        }
    }

    /// A number as an expression; infinity and NaN are no literals, and are calculated.
    private static func exact(_ number: Double) -> String {
        if number.isNaN { return "(1e308 * 10 - 1e308 * 10)" }
        guard number.isFinite else { return number > 0 ? "(1e308 * 10)" : "(-1e308 * 10)" }
        // -0 is no whole number's text.
        guard let whole = Int(exactly: number), number != 0 || number.sign == .plus else {
            return "\(number)"
        }
        return String(whole)
    }
}
