/// Lines of tables.
enum MarkdownRow {
    /// The cells between bars; one behind a backslash belongs to a cell.
    static func cells(_ line: ArraySlice<Unicode.Scalar>) -> [Scalars] {
        var cells: [Scalars] = [[]]
        var isEscaped = false
        for scalar in line.trimmedSpaces {
            if scalar == "|", !isEscaped {
                cells.append([])
            } else {
                if scalar == "|" { cells[cells.count - 1].removeLast() }
                cells[cells.count - 1].append(scalar)
            }
            isEscaped = scalar == "\\"
        }
        var trimmed = cells.map { Scalars($0[...].trimmedSpaces) }
        if trimmed.first?.isEmpty == true { trimmed.removeFirst() }
        if trimmed.last?.isEmpty == true { trimmed.removeLast() }
        return trimmed
    }

    /// What the line under a table's header says of its columns; nil for any other line.
    static func alignments(_ line: ArraySlice<Unicode.Scalar>) -> [MarkdownTable.Alignment]? {
        let text = line.trimmedSpaces
        guard text.allSatisfy({ "|-: \t".unicodeScalars.contains($0) }), text.contains("-") else {
            return nil
        }
        // `- -` is a list.
        if line.first == "-", let second = line.dropFirst().first, second == " " || second == "\t" {
            return nil
        }
        var result: [MarkdownTable.Alignment] = []
        for cell in cells(text) {
            let isLeft = cell.first == ":"
            let isRight = cell.count > 1 && cell.last == ":"
            let dashes = cell.dropFirst(isLeft ? 1 : 0).dropLast(isRight ? 1 : 0)
            guard !dashes.isEmpty, dashes.allSatisfy({ $0 == "-" }) else { return nil }
            result.append(isLeft ? (isRight ? .center : .left) : isRight ? .right : .none)
        }
        return result.isEmpty ? nil : result
    }
}

extension ArraySlice<Unicode.Scalar> {
    /// Without spaces and tabs at both ends.
    var trimmedSpaces: ArraySlice<Unicode.Scalar> {
        let start = drop { $0 == " " || $0 == "\t" }
        let spaces = start.reversed().prefix { $0 == " " || $0 == "\t" }.count
        return start.dropLast(spaces)
    }
}

extension String {
    init(scalars: some Sequence<Unicode.Scalar>) {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars)
        self.init(view)
    }
}
