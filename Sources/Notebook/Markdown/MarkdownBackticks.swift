/// Where a text has runs of backticks, by their length, so that looking for the end of each code takes
/// no longer than the text.
struct MarkdownBackticks {
    private var starts: [Int: [Int]] = [:]

    init(_ text: Scalars) {
        var index = 0
        while index < text.count {
            let count = text[index...].prefix { $0 == "`" }.count
            if count > 0 { starts[count, default: []].append(index) }
            index += max(count, 1)
        }
    }

    /// The first run of exactly `count` backticks from a place on.
    func run(of count: Int, after place: Int) -> Int? {
        guard let places = starts[count] else { return nil }
        var low = 0
        var high = places.count
        while low < high {
            let middle = (low + high) / 2
            if places[middle] < place { low = middle + 1 } else { high = middle }
        }
        return low < places.count ? places[low] : nil
    }
}
