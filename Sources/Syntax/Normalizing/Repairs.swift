/// The statement that was meant by a line which copying changed, where only that can run.
enum Repairs {
    /// The statement in which a small first letter, option names for Greek letters and numbers for
    /// powers are put back; nil when the line runs as it is, or in no reading.
    static func meant(_ line: [Unicode.Scalar], _ reader: StatementReader) -> [Unicode.Scalar]? {
        let first = line.first { $0 != " " }
        let isCapital = first.map { ("A"..."Z").contains($0) } ?? false
        let isOdd = line.contains { $0 == "^" || $0.value >= 0x80 || $0 == "*" }
        guard isCapital || isOdd, !reader.read(line).couldRun else { return nil }
        for start in isCapital ? [line, lowered(line)] : [line] where reader.begins(start) {
            for named in [start, GreekNames.named(start, reader)] {
                for candidate in [
                    named, PowersOfTen.rewritten(named), Interpolations.mended(named),
                ]
                where candidate != line && reader.read(candidate).couldRun {
                    return candidate
                }
            }
        }
        return nil
    }

    private static func lowered(_ line: [Unicode.Scalar]) -> [Unicode.Scalar] {
        var line = line
        if let place = line.firstIndex(where: { $0 != " " }) {
            line.replaceSubrange(
                place...place, with: String(line[place]).lowercased().unicodeScalars)
        }
        return line
    }
}
