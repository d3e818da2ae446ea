/// How the pixels of a row, or of a column, become others: each of the new ones is a weighted mean of
/// neighbours. Where there are fewer new ones, each is the mean of the stretch that it covers, parts of
/// pixels by their part (an area average); where there are more, they are interpolated linearly.
struct Resampling {
    /// The first pixel that each new one is made of.
    private(set) var starts: [Int] = []
    /// The number of pixels that each is made of, at most.
    let taps: Int
    /// `taps` weights for each, in 65536ths, whose sum is 1.
    private(set) var weights: [UInt32] = []

    private static let one = 1 << 16

    /// Makes `count` pixels of those in a range.
    init(of range: Range<Int>, to count: Int) {
        taps = range.count >= count ? (range.count + count - 1) / count + 1 : 2
        for index in 0..<count {
            let (start, parts) =
                range.count >= count
                ? Self.average(index, of: range.count, to: count)
                : Self.between(index, of: range.count, to: count)
            // Weights of zero stand for what lies behind the last pixel.
            starts.append(range.lowerBound + start)
            weights += parts + Array(repeating: 0, count: taps - parts.count)
        }
    }

    var count: Int { starts.count }

    /// The stretch of a pixel is from index·n/m to (index + 1)·n/m; in units of 1/m it is n long.
    private static func average(_ index: Int, of n: Int, to m: Int) -> (Int, [UInt32]) {
        let (begin, end) = (index * n, (index + 1) * n)
        var parts: [UInt32] = []
        var sum = 0
        for pixel in begin / m...(end - 1) / m {
            let upTo = (min((pixel + 1) * m, end) - begin) * one / n
            parts.append(UInt32(upTo - sum))
            sum = upTo
        }
        return (begin / m, parts)
    }

    /// A pixel's middle lies at (2·index + 1)·n/(2·m) − ½ among those that there are.
    private static func between(_ index: Int, of n: Int, to m: Int) -> (Int, [UInt32]) {
        let place = max(0, (2 * index + 1) * n - m)
        let start = min(place / (2 * m), n - 1)
        guard start + 1 < n else { return (start, [UInt32(one)]) }
        let share = (place - start * 2 * m) * one / (2 * m)
        return (start, [UInt32(one - share), UInt32(share)])
    }
}
