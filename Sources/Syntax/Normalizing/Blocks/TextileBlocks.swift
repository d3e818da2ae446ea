/// `bc(lc). load iris` of Textile, up to an empty line.
enum TextileBlocks: BlockNotation {
    static func begin(of line: String, _ before: String) -> BlockBegin? {
        guard line.hasPrefix("bc") || line.hasPrefix("pre"), let stop = line.firstIndex(of: ".")
        else {
            return nil
        }
        let mark = line[..<stop].drop(while: \.isLetter)
        guard mark.isEmpty || mark.first == "(" && mark.last == ")",
            line[..<stop].prefix(while: \.isLetter).count <= 3
        else { return nil }
        let rest = line[stop...].drop { $0 == "." }
        guard rest.isEmpty || rest.first == " " else { return nil }
        return BlockBegin(
            language: String(mark.dropFirst().dropLast()), rest: String(rest.dropFirst()))
    }

    static func end(of line: String, _ name: String) -> String? {
        line.trimmedBoth.isEmpty ? "" : nil
    }
}
