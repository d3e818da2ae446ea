/// `sgd lr=3D1e-2 =`: text as mails carry it.
enum QuotedPrintable: NormalizerRule {
    static let summary =
        "lines and letters that a mail's transport wrote as =3D and =E2=80=93 are put back"

    static func apply(to page: inout Page, _ reader: StatementReader) {
        guard isQuoted(page) else { return }
        var lines: [Line] = []
        var bytes: [UInt8] = []
        var start: Line?
        for line in page.lines {
            let (decoded, goesOn) = decode(line.scalars)
            bytes += decoded
            start = start ?? line
            if goesOn { continue }
            let text = String(decoding: bytes, as: UTF8.self)
            var whole = Line(Array(text.unicodeScalars), number: start?.number ?? line.number)
            if whole.scalars != line.scalars { whole.changes[.entities] = 1 }
            lines.append(whole)
            (bytes, start) = ([], nil)
        }
        if let start {
            lines.append(
                Line(
                    Array(String(decoding: bytes, as: UTF8.self).unicodeScalars),
                    number: start.number))
        }
        page.lines = lines
    }

    /// A mail says so, or every sign of equality begins a byte in hexadecimal or ends a line.
    private static func isQuoted(_ page: Page) -> Bool {
        var hasSign = false
        let name = "content-transfer-encoding: quoted-printable"
        if page.lines.contains(where: { $0.string.lowercased().hasPrefix(name) }) { return true }
        for line in page.lines {
            for index in line.scalars.indices where line.scalars[index] == "=" {
                let rest = line.scalars[(index + 1)...]
                guard rest.isEmpty || byte(rest) != nil else { return false }
                // A sign of equality, a space at a line's end, or a letter beyond ASCII.
                let value = byte(rest) ?? 0
                if value == 0x3D || value >= 0x80 || value == 0x20 && rest.count == 2 {
                    hasSign = true
                }
            }
        }
        return hasSign
    }

    private static func decode(_ line: [Unicode.Scalar]) -> (bytes: [UInt8], goesOn: Bool) {
        var bytes: [UInt8] = []
        var index = 0
        while index < line.count {
            if line[index] == "=", index == line.count - 1 { return (bytes, true) }
            if line[index] == "=", let byte = byte(line[(index + 1)...]) {
                bytes.append(byte)
                index += 3
            } else {
                bytes += String(line[index]).utf8
                index += 1
            }
        }
        return (bytes, false)
    }

    private static func byte(_ rest: ArraySlice<Unicode.Scalar>) -> UInt8? {
        let digits = rest.prefix(2)
        guard digits.count == 2, digits.allSatisfy({ $0.isDigit || ("A"..."F").contains($0) })
        else {
            return nil
        }
        return UInt8(String(scalars: digits), radix: 16)
    }
}
