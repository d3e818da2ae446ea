import Notebook

/// Values as JSON text (RFC 8259), on one line.
package enum JSON {
    package static func text(_ value: Value) -> String {
        switch value {
        case .nothing: "null"
        case .boolean(let flag): flag ? "true" : "false"
        case .number(let number): text(number)
        case .string(let string): text(string)
        case .list(let items): "[" + items.map(text).joined(separator: ",") + "]"
        case .range(let lower, let upper): text(.list([.count(lower), .count(upper)]))
        case .record(let record): text(record)
        }
    }

    package static func text(_ record: Record) -> String {
        "{" + record.fields.map { text($0.name) + ":" + text($0.value) }.joined(separator: ",")
            + "}"
    }

    /// The shortest digits that give the same number back; what JSON has no number for is null.
    package static func text(_ number: Double) -> String {
        guard number.isFinite else { return "null" }
        if number == number.rounded(), abs(number) < 1e15 { return String(Int64(number)) }
        return number.description
    }

    package static func text(_ string: String) -> String { JSONText.quoted(string) }
}
