/// Numbers before every line, as `cat -n`, `nl`, `less -N`, `bat`, `grep -n` and `git blame` put them.
enum LineNumbers: NormalizerRule {
    static let summary =
        "rising numbers before the lines are taken off, with what programs put around them"

    private struct Numbered {
        let index: Int
        let number: Int
        var rest: [Unicode.Scalar]
        /// Behind the last line that belongs to it.
        var end: Int
    }

    static func apply(to page: inout Page, _ reader: StatementReader) {
        for segment in page.segments {
            var run: [Numbered] = []
            for index in segment where !page.lines[index].isBlank {
                let line = page.lines[index].scalars
                if let (number, rest) = numbered(line) {
                    if let last = run.last, number == last.number, isSpaced(line), !rest.isEmpty {
                        // A window that is too narrow shows one line as two.
                        run[run.count - 1].rest += rest
                        run[run.count - 1].end = index + 1
                        continue
                    }
                    if let last = run.last, number <= last.number {
                        take(run, &page, reader)
                        run = []
                    }
                    run.append(Numbered(index: index, number: number, rest: rest, end: index + 1))
                } else if !run.isEmpty, let rest = bordered(line) {
                    run[run.count - 1].rest += rest
                    run[run.count - 1].end = index + 1
                } else {
                    take(run, &page, reader)
                    run = []
                }
            }
            take(run, &page, reader)
        }
    }

    /// Takes the numbers off where two lines or more have them, and most of those are statements then.
    private static func take(_ run: [Numbered], _ page: inout Page, _ reader: StatementReader) {
        let filled = run.filter { !$0.rest.isEmpty }
        guard filled.count >= 2 else { return }
        let statements = filled.filter { reader.begins($0.rest) }
        let isPacked = (run[run.count - 1].number - run[0].number) < 2 * run.count
        guard statements.count * 2 >= filled.count || isPacked && !statements.isEmpty else {
            return
        }
        for line in run {
            page.take(line.index, line.rest, .markup)
            for index in (line.index + 1)..<max(line.end, line.index + 1) {
                page.leaveOut(index, as: .joined, "goes on with the numbered line before")
            }
        }
    }

    /// What follows a border with no number before it: the line above goes on in the next row.
    private static func bordered(_ line: [Unicode.Scalar]) -> [Unicode.Scalar]? {
        let rest = line.drop { $0 == " " }
        guard rest.count < line.count, rest.first == "│", rest.dropFirst().first == " " else {
            return nil
        }
        return Array(rest.dropFirst(2))
    }

    /// Whether nothing but spaces parts the number from the line.
    private static func isSpaced(_ line: [Unicode.Scalar]) -> Bool {
        let rest = line.drop { $0 == " " }.drop { $0.isDigit }
        return rest.first == " " || rest.first == "\t"
    }

    /// The number before a line, and what follows it.
    private static func numbered(_ line: [Unicode.Scalar]) -> (Int, [Unicode.Scalar])? {
        var rest = (afterBlame(line) ?? line[...]).drop { $0 == " " || $0 == "\t" }
        if let name = afterFileName(rest) { rest = name }
        let digits = rest.prefix { $0.isDigit }
        guard !digits.isEmpty, digits.count < 7, let number = Int(String(scalars: digits)) else {
            return nil
        }
        rest = rest.dropFirst(digits.count)
        guard let sign = rest.first else { return (number, []) }
        guard " \t:-|│┃)".unicodeScalars.contains(sign) else { return nil }
        let spaces = rest.prefix { $0 == " " || $0 == "\t" }
        if let border = rest.dropFirst(spaces.count).first,
            "│┃|⎸".unicodeScalars.contains(border)
        {
            return (number, afterSpace(rest.dropFirst(spaces.count + 1)))
        }
        return (number, sign == " " ? Array(rest.dropFirst()) : afterSpace(rest.dropFirst()))
    }

    private static func afterSpace(_ rest: ArraySlice<Unicode.Scalar>) -> [Unicode.Scalar] {
        Array(rest.first == " " ? rest.dropFirst() : rest)
    }

    /// `notes.lc:12:` as `grep -n` writes it.
    private static func afterFileName(_ line: ArraySlice<Unicode.Scalar>) -> ArraySlice<
        Unicode.Scalar
    >? {
        let name = line.prefix { $0.isWordScalar || "./-~".unicodeScalars.contains($0) }
        guard name.contains("."), name.contains(where: \.isASCIILetter) else { return nil }
        let rest = line.dropFirst(name.count)
        return rest.first == ":" && rest.dropFirst().first?.isDigit == true ? rest.dropFirst() : nil
    }

    /// `1a2b3c4d (Name 2026-01-02 10:00:00 +0900  12) `, up to the number.
    private static func afterBlame(_ line: [Unicode.Scalar]) -> ArraySlice<Unicode.Scalar>? {
        let hash = line.drop { $0 == "^" }.prefix { $0.properties.isHexDigit && $0.value < 0x80 }
        guard hash.count >= 7, let open = line.firstIndex(of: "("), open < 80,
            let close = line[open...].firstIndex(of: ")"),
            let space = line[open..<close].lastIndex(of: " ")
        else { return nil }
        return line[(space + 1)...]
    }
}
