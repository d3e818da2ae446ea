/// `git diff`, `git show`, a patch: the text as it is after the change.
enum Differences: NormalizerRule {
    static let summary =
        "of a difference the lines that stay or come are taken, without their signs"

    static func apply(to page: inout Page, _ reader: StatementReader) {
        var left = (old: 0, new: 0)
        guard let first = page.indices.first(where: { hunk(page.lines[$0].string) != nil }) else {
            return
        }
        for index in page.indices {
            if let counts = hunk(page.lines[index].string) {
                left = counts
                page.leaveOut(index, as: .markup, "says which lines of a file follow")
            } else if left.old > 0 || left.new > 0 {
                take(&page, index, &left)
            } else {
                let isHead = index < first
                page.leaveOut(
                    index, as: isHead ? .markup : .prose,
                    isHead
                        ? "the head of a difference" : "stands outside the lines of the difference")
            }
        }
    }

    private static func take(_ page: inout Page, _ index: Int, _ left: inout (old: Int, new: Int)) {
        let line = page.lines[index].scalars
        switch line.first {
        case "+":
            left.new -= 1
            page.take(index, line.dropFirst(), .markup)
        case "-":
            left.old -= 1
            page.leaveOut(index, as: .markup, "a line that the change takes away")
        case "\\": page.leaveOut(index, as: .markup, "says that no line end follows")
        default:
            left = (left.old - 1, left.new - 1)
            if line.first == " " { page.take(index, line.dropFirst(), .markup) }
        }
    }

    /// How many lines `@@ -1,4 +1,6 @@` announces.
    private static func hunk(_ line: String) -> (old: Int, new: Int)? {
        let words = line.split(separator: " ", maxSplits: 4)
        guard words.count >= 4, words[0] == "@@", words[3].hasPrefix("@@"), words[1].hasPrefix("-"),
            words[2].hasPrefix("+"), let old = count(words[1]), let new = count(words[2])
        else { return nil }
        return (old, new)
    }

    private static func count(_ range: Substring) -> Int? {
        let numbers = range.dropFirst().split(separator: ",").map { Int($0) }
        guard let first = numbers.first, first != nil else { return nil }
        return numbers.count == 2 ? numbers[1] : 1
    }
}
