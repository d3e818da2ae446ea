import Files

/// The most memory that generated data may take.
enum SizeLimit {
    /// - Throws: when `count` rows of `dimension` features would take more than eight gigabytes.
    static func check(numbers count: Int, _ dimension: Int, bytesEach: Int) throws(FileError) {
        let (product, overflow) = count.multipliedReportingOverflow(by: dimension * bytesEach)
        guard !overflow, product <= 8 << 30 else {
            throw FileError(
                "\(count) × \(dimension) features would take more than 8 GB",
                hint: "choose a smaller n or d")
        }
    }
}
