/// The line that begins a fenced block.
struct Fence {
    let mark: Character
    let count: Int
    /// What follows the marks: `lc tolerance=0.01`.
    let info: String

    init?(_ line: Substring) {
        let text = line.drop { $0 == " " }
        guard line.count - text.count <= 3, let mark = text.first, mark == "`" || mark == "~" else {
            return nil
        }
        let count = text.prefix { $0 == mark }.count
        let info = text.dropFirst(count)
        guard count >= 3, !(mark == "`" && info.contains("`")) else { return nil }
        self.mark = mark
        self.count = count
        self.info = String(info.drop { $0 == " " })
    }

    func isClosed(by line: Substring) -> Bool {
        guard let other = Fence(line) else { return false }
        return other.mark == mark && other.count >= count && other.info.isEmpty
    }
}
