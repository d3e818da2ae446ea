import Platform

/// Writes JSON values as text.
struct JSONWriter {
    enum Style {
        case tight
        /// Blocks are broken into lines, each level this number of spaces further in.
        case lines(Int)
    }

    let style: Style

    func text(_ value: JSON) -> String { text(value, depth: 0) }

    /// `depth` counts the blocks around the value.
    private func text(_ value: JSON, depth: Int) -> String {
        switch value {
        case .null: "null"
        case .boolean(let flag): flag ? "true" : "false"
        case .number(let number): Self.number(number)
        case .string(let string): Self.quoted(string)
        case .written(let text): text
        case .block(.list(let items)):
            block("[", items.map { text($0, depth: depth + 1) }, "]", depth)
        case .block(.object(let members)):
            block("{", members.map { text($0, depth: depth + 1) }, "}", depth)
        case .block(let other): text(other, depth: depth)
        case .list(let items): line("[", items.map { text($0, depth: depth) }, "]")
        case .object(let members): line("{", members.map { text($0, depth: depth) }, "}")
        }
    }

    private func text(_ member: JSON.Member, depth: Int) -> String {
        let space = if case .tight = style { "" } else { " " }
        return Self.quoted(member.name) + ":" + space + text(member.value, depth: depth)
    }

    private func line(_ open: String, _ items: [String], _ close: String) -> String {
        let separator = if case .tight = style { "," } else { ", " }
        return open + items.joined(separator: separator) + close
    }

    private func block(_ open: String, _ items: [String], _ close: String, _ depth: Int) -> String {
        guard case .lines(let indent) = style, !items.isEmpty else {
            return line(open, items, close)
        }
        let margin = "\n" + String(repeating: " ", count: depth * indent)
        let inner = margin + String(repeating: " ", count: indent)
        return open + inner + items.joined(separator: "," + inner) + margin + close
    }

    /// The shortest digits that give the same number back; what JSON has no number for is null.
    private static func number(_ number: Double) -> String {
        guard number.isFinite else { return "null" }
        if number == number.rounded(), abs(number) < 1e15 { return String(Int(clamping: number)) }
        return number.description
    }

    /// Control characters are escaped, those of C1 too; anything else is written as it is. What is written
    /// of a long string means nothing where the work is given up.
    private static func quoted(_ string: String) -> String {
        if string.utf8.allSatisfy(isPlain) { return "\"\(string)\"" }
        var result = "\""
        for (turn, scalar) in string.unicodeScalars.enumerated() {
            if turn % 65536 == 0, Abandonment.isRequested { break }
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case "\n": result += "\\n"
            case "\t": result += "\\t"
            case "\r": result += "\\r"
            case _ where scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value):
                let digits = String(scalar.value, radix: 16)
                result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }

    /// Whether a byte is a character that is written as it is.
    private static func isPlain(_ byte: UInt8) -> Bool {
        (0x20..<0x7F).contains(byte) && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\")
    }
}
