/// Strings in quotes, with the expressions in them.
extension Parser {
    mutating func rawString() throws(Abandoned) -> [Expression.Segment] {
        let start = position
        marks?.open(start)
        position += 1
        let begin = position
        while let byte = current, byte != UInt8(ascii: "\n") {
            position += 1
            if byte == UInt8(ascii: "'") {
                marks?.close(start, at: position - 1)
                mark(.string, from: start)
                return [.literal(source.text(in: SourceRange(begin, position - 1)))]
            }
        }
        mark(.string, from: start)
        throw fail(
            "this string is never closed", hint: "add a '", at: SourceRange(start, start + 1))
    }

    mutating func interpolated() throws(Abandoned) -> [Expression.Segment] {
        let start = position
        marks?.open(start)
        // Where the characters begin that no part has yet.
        var piece = start
        position += 1
        var segments: [Expression.Segment] = []
        var literal: [UInt8] = []
        func flush() -> [Expression.Segment] {
            literal.isEmpty ? [] : [.literal(String(decoding: literal, as: UTF8.self))]
        }
        while let byte = current, byte != UInt8(ascii: "\n") {
            switch byte {
            case UInt8(ascii: "\""):
                marks?.close(start, at: position)
                position += 1
                mark(.string, from: piece)
                return segments + flush()
            case UInt8(ascii: "\\"): literal += Array(try escape().utf8)
            case UInt8(ascii: "{"):
                segments += flush()
                literal = []
                let open = position
                mark(.string, from: piece)
                marks?.open(open)
                position += 1
                let outer = openBrackets
                openBrackets = 0
                do throws(Abandoned) {
                    let value = try expression()
                    try closeInterpolation(value, opened: open)
                    segments.append(.interpolation(value))
                } catch {
                    skipString(from: start)
                    throw error
                }
                openBrackets = outer
                marks?.close(open, at: position)
                position += 1
                piece = position
            default:
                literal.append(byte)
                position += 1
            }
        }
        mark(.string, from: piece)
        throw fail(
            "this string is never closed", hint: "add a \"", at: SourceRange(start, start + 1))
    }

    private mutating func closeInterpolation(_ value: Expression, opened open: Int)
        throws(Abandoned)
    {
        skipSpace()
        if isAt("}") { return }
        let text = source.text(in: value.range)
        if isAt(":") {
            let rest = source.bytes[position...].prefix { $0 != UInt8(ascii: "}") }
            let digits = rest.drop { $0 != UInt8(ascii: ".") }.dropFirst().prefix {
                (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
            }
            let count = digits.isEmpty ? "3" : String(decoding: digits, as: UTF8.self)
            throw fail(
                "there are no formats in the { } of a string",
                hint: "write {round(\(text), \(count))}")
        }
        throw fail(
            "this { in the string is never closed", hint: "write \\{ for the character itself",
            at: SourceRange(open, open + 1))
    }

    /// Skips a string that could not be read, so that its second half is not taken for statements.
    private mutating func skipString(from start: Int) {
        var place = start + 1
        var braces = 0
        while let byte = byte(at: place), byte != UInt8(ascii: "\n") {
            switch byte {
            case UInt8(ascii: "\\"): place += 1
            case UInt8(ascii: "{"): braces += 1
            case UInt8(ascii: "}"): braces = max(0, braces - 1)
            case UInt8(ascii: "\"") where braces == 0:
                position = place + 1
                return
            default: break
            }
            place += 1
        }
        position = max(position, min(place, source.bytes.count))
    }

    private mutating func escape() throws(Abandoned) -> String {
        let start = position
        position += 2
        switch byte(at: start + 1) {
        case UInt8(ascii: "n"): return "\n"
        case UInt8(ascii: "t"): return "\t"
        case UInt8(ascii: "\\"): return "\\"
        case UInt8(ascii: "\""): return "\""
        case UInt8(ascii: "'"): return "'"
        case UInt8(ascii: "{"): return "{"
        case UInt8(ascii: "}"): return "}"
        case UInt8(ascii: "u"):
            var digits: [UInt8] = []
            if isAt("{") {
                position += 1
                while let byte = current, byte != UInt8(ascii: "}"), digits.count < 9,
                    byte != UInt8(ascii: "\n")
                {
                    digits.append(byte)
                    position += 1
                }
            }
            if isAt("}"), let code = UInt32(String(decoding: digits, as: UTF8.self), radix: 16),
                let scalar = Unicode.Scalar(code)
            {
                position += 1
                return String(Character(scalar))
            }
            throw fail(
                "\\u needs a character's number", hint: "write \\u{3b1}",
                at: SourceRange(start, start + 2))
        default:
            position = start
            throw fail(
                "there is no such escape", hint: "there are \\n \\t \\\\ \\\" \\{ \\} \\u{…}",
                at: SourceRange(start, min(start + 2, source.bytes.count)))
        }
    }
}
