extension [Double] {
    /// The sum in numpy's order of additions, so that a mean which lies between two numbers of four
    /// decimals is rounded as scikit-learn rounds it.
    var pairwiseSum: Double { Self.pairwise(self[...]) }

    private static let (lanes, longest) = (8, 128)

    private static func pairwise(_ numbers: ArraySlice<Double>) -> Double {
        guard numbers.count >= lanes else { return numbers.reduce(0, +) }
        if numbers.count > longest {
            let half = numbers.startIndex + numbers.count / 2 / lanes * lanes
            return pairwise(numbers[..<half]) + pairwise(numbers[half...])
        }
        let rest = numbers.startIndex + numbers.count / lanes * lanes
        var sums = Array(numbers.prefix(lanes))
        for index in numbers.indices.dropFirst(lanes).prefix(while: { $0 < rest }) {
            sums[(index - numbers.startIndex) % lanes] += numbers[index]
        }
        let sum =
            ((sums[0] + sums[1]) + (sums[2] + sums[3]))
            + ((sums[4] + sums[5]) + (sums[6] + sums[7]))
        return numbers[rest...].reduce(sum, +)
    }
}
