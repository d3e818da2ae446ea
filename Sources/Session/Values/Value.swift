/// What an expression or a command gives.
package enum Value: Sendable {
    case nothing
    case boolean(Bool)
    case number(Double)
    /// `20%`, with its 20: a number of 0.2 that is a share, which 100% is too and 1 is not.
    case percentage(Double)
    case string(String)
    case list(List)
    /// `1..10`, both ends included; only the ends are kept.
    case range(lower: Int, upper: Int)
    case record(Record)

    /// The kind in an error's words: `a number`, `a list`.
    package var kind: String {
        switch self {
        case .nothing: "nothing"
        case .boolean: "true or false"
        case .number: "a number"
        case .percentage: "a percentage"
        case .string: "a string"
        case .list: "a list"
        case .range: "a range"
        case .record: "a record"
        }
    }

    /// What it counts as in arithmetic; nil for what is no number.
    package var asNumber: Double? {
        switch self {
        case .number(let number): number
        case .percentage(let percent): percent / 100
        default: nil
        }
    }

    /// The value as `print` shows it: strings bare at the top, quoted inside lists and records.
    package var text: String {
        if case .string(let text) = self { return text }
        return literal
    }

    /// The value as it would be typed.
    package var literal: String {
        var writer = ValueWriter()
        writer.add(self)
        return writer.text
    }

    /// The items of a list or a range; nil for every other kind.
    ///
    /// - Throws: a failure when a range has more than ten million numbers.
    package func items() throws(Failure) -> [Value]? {
        switch self {
        case .list(let list): return list.items
        case .range(let lower, let upper):
            guard upper >= lower else { return [] }
            let (count, overflow) = upper.subtractingReportingOverflow(lower)
            guard !overflow, count < 10_000_000 else {
                throw Failure("a range of more than 10 million numbers is too long to write out")
            }
            return (lower...upper).map { .number(Double($0)) }
        default: return nil
        }
    }

    static func quoted(_ text: String) -> String {
        var result = "\""
        for character in text.unicodeScalars {
            switch character {
            case "\n": result += "\\n"
            case "\t": result += "\\t"
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case "{": result += "\\{"
            case "}": result += "\\}"
            case _ where character.value < 0x20 || (0x7F...0x9F).contains(character.value):
                result += "\\u{\(String(character.value, radix: 16))}"
            default: result.unicodeScalars.append(character)
            }
        }
        return result + "\""
    }
}

extension Value: ExpressibleByFloatLiteral, ExpressibleByStringLiteral, ExpressibleByBooleanLiteral
{
    package init(floatLiteral value: Double) { self = .number(value) }
    package init(stringLiteral value: String) { self = .string(value) }
    package init(booleanLiteral value: Bool) { self = .boolean(value) }

    package static func list(_ items: [Value]) -> Value { .list(List(items)) }
    package static func count(_ value: Int) -> Value { .number(Double(value)) }
}
