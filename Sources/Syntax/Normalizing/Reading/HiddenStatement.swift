/// A statement that begins after other words of a line.
enum HiddenStatement {
    /// Where statements begin inside a line, with signs or words before them. Single words do not
    /// count, nor what `print` and `help` say, which may be any words.
    static func starts(in line: [Unicode.Scalar], _ reader: StatementReader) -> [Int] {
        var starts: [Int] = []
        var quotes = 0
        for index in line.indices.dropFirst() where index < 160 {
            let before = line[index - 1]
            if before == "\"" { quotes += 1 }
            guard !before.isWordScalar, !"=.-$'\"(".unicodeScalars.contains(before),
                line[index].isASCIILetter, quotes.isMultiple(of: 2)
            else { continue }
            let rest = line[index...]
            guard reader.begins(rest), isMeant(Array(rest), reader) else { continue }
            starts.append(index)
        }
        return starts
    }

    private static func isMeant(_ rest: [Unicode.Scalar], _ reader: StatementReader) -> Bool {
        guard rest.contains(" ") || rest.contains("{") else { return false }
        return reader.read(rest).couldRun
    }

    /// A statement in a line of words that its author may have meant: it has an option, a number or a
    /// string.
    static func text(in line: [Unicode.Scalar], _ reader: StatementReader) -> String? {
        for start in starts(in: line, reader) {
            let rest = line[start...]
            let word = String(scalars: rest.prefix { $0.isWordScalar })
            // No name of another language's code is defined: `X, y = load_iris()`.
            guard Assignment.name(of: Array(rest)) == nil || reader.isDefined(String(scalars: rest))
            else {
                continue
            }
            if rest.contains(where: { "=0123456789\"{$".unicodeScalars.contains($0) }),
                word != "print" || rest.contains("\"") || rest.contains("$")
            {
                return String(scalars: rest)
            }
        }
        return nil
    }
}
