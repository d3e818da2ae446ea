/// The form of what stands before a statement: words and numbers count by their kind only.
struct PrefixShape {
    let text: String

    /// Nil where the text is no mark: words alone, or a row of a table.
    init?(_ prefix: some BidirectionalCollection<Unicode.Scalar>) {
        guard prefix.count <= 80, let last = prefix.last(where: { $0 != " " }),
            !last.isWordScalar || prefix.contains("\t"), !",`\"'“‘「«".unicodeScalars.contains(last),
            Self.gaps(prefix) < 3
        else { return nil }
        text = Self.shape(prefix)
        guard text.contains(where: { $0 != "a" && $0 != " " && $0 != "," }) else { return nil }
    }

    /// Where a line's text begins behind a prefix of one of these forms.
    static func end(of shapes: Set<String>, in line: [Unicode.Scalar]) -> Int? {
        for end in 1..<max(1, min(line.count, 80)) {
            let last = line[end - 1]
            guard !last.isWordScalar, line[end] != " ", line[end] != "\t" || last == "\t" else {
                continue
            }
            if shapes.contains(shape(line[..<end])) { return end }
        }
        return shapes.contains(shape(line)) ? line.count : nil
    }

    private static func shape(_ prefix: some Collection<Unicode.Scalar>) -> String {
        var shape = String.UnicodeScalarView()
        for scalar in prefix where scalar.value != 0xFE0F {
            let kind: Unicode.Scalar =
                scalar.isDigit ? "9" : scalar.isWordScalar ? "a" : scalar
            // Names have one word or more, and columns one space or more.
            if shape.last == kind, "9a ".unicodeScalars.contains(kind) { continue }
            shape.append(kind)
        }
        while shape.last == " " { shape.removeLast() }
        return String(shape)
    }

    /// How often two spaces or more stand between words, as in rows of tables.
    private static func gaps(_ prefix: some BidirectionalCollection<Unicode.Scalar>) -> Int {
        var (gaps, spaces, hasWord) = (0, 0, false)
        for scalar in prefix {
            if scalar == " " {
                spaces += 1
                continue
            }
            if spaces >= 2, hasWord { gaps += 1 }
            (spaces, hasWord) = (0, true)
        }
        return gaps
    }
}
