import Platform

/// Writes JSON values as text. What is written of long ones means nothing where the work is given up.
struct JSONWriter {
    enum Style {
        case tight
        /// Blocks are broken into lines, each level this number of spaces further in.
        case lines(Int)
    }

    /// Bytes that take so long to write that Ctrl-C ends it.
    private static let long = 1 << 20

    private let style: Style
    private var bytes: [UInt8] = []

    static func text(_ value: JSON, style: Style) -> String {
        var writer = JSONWriter(style: style)
        writer.write(value, depth: 0)
        return String(decoding: writer.bytes, as: UTF8.self)
    }

    private init(style: Style) { self.style = style }

    private mutating func add(_ text: String) { bytes += text.utf8 }

    /// `depth` counts the blocks around the value.
    private mutating func write(_ value: JSON, depth: Int) {
        if bytes.count > Self.long, Abandonment.isRequested { return }
        switch value {
        case .null: add("null")
        case .boolean(let flag): add(flag ? "true" : "false")
        case .number(let number): add(Self.number(number))
        case .string(let string): quote(string)
        case .written(let text): add(text)
        case .block(.list(let items)):
            block("[", items, "]", depth) { $0.write($1, depth: depth + 1) }
        case .block(.object(let members)):
            block("{", members, "}", depth) { $0.write($1, depth: depth + 1) }
        case .block(let other): write(other, depth: depth)
        case .list(let items): line("[", items, "]") { $0.write($1, depth: depth) }
        case .object(let members): line("{", members, "}") { $0.write($1, depth: depth) }
        }
    }

    private mutating func write(_ member: JSON.Member, depth: Int) {
        quote(member.name)
        add(isTight ? ":" : ": ")
        write(member.value, depth: depth)
    }

    private var isTight: Bool { if case .tight = style { true } else { false } }

    private mutating func line<Item>(
        _ open: String, _ items: [Item], _ close: String, _ write: (inout Self, Item) -> Void
    ) {
        list(open, items, close, separator: isTight ? "," : ", ", write)
    }

    private mutating func block<Item>(
        _ open: String, _ items: [Item], _ close: String, _ depth: Int,
        _ write: (inout Self, Item) -> Void
    ) {
        guard case .lines(let indent) = style, !items.isEmpty else {
            return line(open, items, close, write)
        }
        let margin = "\n" + String(repeating: " ", count: depth * indent)
        let inner = margin + String(repeating: " ", count: indent)
        list(open + inner, items, margin + close, separator: "," + inner, write)
    }

    private mutating func list<Item>(
        _ open: String, _ items: [Item], _ close: String, separator: String,
        _ write: (inout Self, Item) -> Void
    ) {
        add(open)
        for (index, item) in items.enumerated() {
            if index > 0 { add(separator) }
            write(&self, item)
        }
        add(close)
    }

    /// The shortest digits that give the same number back; what JSON has no number for is null.
    private static func number(_ number: Double) -> String {
        guard number.isFinite else { return "null" }
        if number == number.rounded(), abs(number) < 1e15 { return String(Int(clamping: number)) }
        return number.description
    }

    /// Control characters are escaped, those of C1 too; anything else is written as it is.
    private mutating func quote(_ string: String) {
        add("\"")
        EscapedText.append(string, to: &bytes) { byte, next in
            switch byte {
            case UInt8(ascii: "\""): .init("\\\"")
            case UInt8(ascii: "\\"): .init("\\\\")
            case UInt8(ascii: "\n"): .init("\\n")
            case UInt8(ascii: "\t"): .init("\\t")
            case UInt8(ascii: "\r"): .init("\\r")
            case 0..<0x20, 0x7F: .init(Self.escape(byte))
            case 0xC2:
                // The first byte of a character of C1, whose number the second has.
                if let next, next < 0xA0 { .init(Self.escape(next), of: 2) } else { nil }
            default: nil
            }
        }
        add("\"")
    }

    /// `\u001b` of a character below 256.
    private static func escape(_ value: UInt8) -> String {
        "\\u00" + (value < 16 ? "0" : "") + String(value, radix: 16)
    }
}
