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

    /// By bytes, for a string may have as many characters as a classifier has weights.
    static func quoted(_ text: String) -> String {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.utf8.count + 2)
        bytes.append(UInt8(ascii: "\""))
        // A control character beyond ASCII is two bytes, of which this is the first.
        var isInControl = false
        for byte in text.utf8 {
            if isInControl, byte < 0xA0 {
                bytes[bytes.count - 1] = UInt8(ascii: "\\")
                bytes += "u{\(String(byte, radix: 16))}".utf8
            } else if let escape = Self.escape(byte) {
                bytes += escape.utf8
            } else {
                bytes.append(byte)
            }
            isInControl = byte == 0xC2
        }
        bytes.append(UInt8(ascii: "\""))
        return String(decoding: bytes, as: UTF8.self)
    }

    /// How a string is written that has a byte of ASCII; nil where the byte stands for itself.
    private static func escape(_ byte: UInt8) -> String? {
        switch byte {
        case UInt8(ascii: "\n"): "\\n"
        case UInt8(ascii: "\t"): "\\t"
        case UInt8(ascii: "\""): "\\\""
        case UInt8(ascii: "\\"): "\\\\"
        case UInt8(ascii: "{"): "\\{"
        case UInt8(ascii: "}"): "\\}"
        case 0..<0x20, 0x7F: "\\u{\(String(byte, radix: 16))}"
        default: nil
        }
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
