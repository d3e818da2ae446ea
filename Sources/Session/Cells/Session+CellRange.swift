import Notebook

extension Session {
    /// The cells that `3`, `3-7` or `3-` names.
    func cells(_ text: String, parameter: String) throws(Failure) -> [Cell] {
        var ends = text.split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false).map {
            Int($0)
        }
        if text.hasSuffix("-"), ends.count == 2 { ends[1] = max(cells.count, ends[0] ?? 0) }
        guard let first = ends.first ?? nil, let last = ends.last ?? nil, first <= last else {
            throw Failure(
                "'\(text)' names no cells",
                hint: text.contains(",")
                    ? "write one number or range at a time"
                    : "write a number as 3, a range as 3-7, or 3- for all from 3 on",
                parameter: parameter)
        }
        let found = notebook.filter { (first...last).contains($0.number) }
        guard !found.isEmpty else {
            throw Failure(
                cells.count == 0
                    ? "there are no cells yet"
                    : "there is no cell \(text); the last is \(cells.count)",
                parameter: parameter)
        }
        return found
    }
}
