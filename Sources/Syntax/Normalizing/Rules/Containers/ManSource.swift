/// The source of a manual page: `.nf`, `load iris`, `.fi`.
enum ManSource: NormalizerRule {
    static let summary = "requests of a manual page's source are left out, and its escapes resolved"

    private static let begins: Set<String> = [".nf", ".EX", ".DS", ".CW"]
    private static let ends: Set<String> = [".fi", ".EE", ".DE"]
    private static let escapes: [(troff: String, text: String)] = [
        ("\\-", "-"), ("\\[dq]", "\""), ("\\(dq", "\""), ("\\[aq]", "'"), ("\\(aq", "'"),
        ("\\e", "\\"),
        ("\\[rs]", "\\"), ("\\(rs", "\\"), ("\\[ha]", "^"), ("\\[ti]", "~"), ("\\[ga]", "`"),
        ("\\[lB]", "["), ("\\[rB]", "]"), ("\\&", ""), ("\\[bu]", "•"), ("\\[at]", "@"),
        ("\\[sh]", "#"),
        ("\\[Do]", "$"), ("\\[lq]", "\u{201C}"), ("\\[rq]", "\u{201D}"), ("\\[cq]", "\u{2019}"),
        ("\\[en]", "–"), ("\\[em]", "—"),
    ]

    static func apply(to page: inout Page, _ reader: StatementReader) {
        let requests = page.indices.filter { isRequest(page.lines[$0].scalars) }
        guard requests.count >= 3,
            requests.contains(where: { begins.contains(word(page.lines[$0])) })
        else {
            return
        }
        var isCode = false
        var block = 0
        for index in page.indices {
            let word = word(page.lines[index])
            if isRequest(page.lines[index].scalars) {
                if begins.contains(word) {
                    isCode = true
                    block += 1
                } else if ends.contains(word) {
                    isCode = false
                }
                page.leaveOut(index, as: .markup, "a request of the manual page")
                continue
            }
            let line = plain(page.lines[index].string)
            if line != page.lines[index].string { page.take(index, line.unicodeScalars, .markup) }
            if isCode { (page.lines[index].region, page.lines[index].block) = (.plain, block) }
        }
    }

    private static func word(_ line: Line) -> String {
        String(scalars: line.scalars.prefix { $0 != " " })
    }

    /// A stop and one or two letters.
    private static func isRequest(_ line: [Unicode.Scalar]) -> Bool {
        guard line.first == ".", line.count > 1 else { return false }
        if line[1] == "\\" { return true }
        let name = line.dropFirst().prefix { $0 != " " }
        return (1...3).contains(name.count) && name.allSatisfy { $0.isASCIILetter || $0.isDigit }
    }

    /// A line without changes of the font.
    private static func plain(_ line: String) -> String {
        var output = ""
        var rest = line[...]
        while let next = rest.first {
            if rest.hasPrefix("\\f[") {
                rest = rest.drop { $0 != "]" }.dropFirst()
            } else if rest.hasPrefix("\\f"), rest.count > 2 {
                rest = rest.dropFirst(3)
            } else if rest.hasPrefix("\\[u"), let end = rest.firstIndex(of: "]"),
                let code = UInt32(rest[..<end].dropFirst(3), radix: 16),
                let sign = Unicode.Scalar(code)
            {
                output.unicodeScalars.append(sign)
                rest = rest[end...].dropFirst()
            } else if let (troff, text) = escapes.first(where: { rest.hasPrefix($0.troff) }) {
                output += text
                rest = rest.dropFirst(troff.count)
            } else {
                output.append(next)
                rest = rest.dropFirst()
            }
        }
        return output
    }
}
