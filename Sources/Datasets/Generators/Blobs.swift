import Numeric

/// Round Gaussian clouds, one a class.
package enum Blobs: DatasetSource {
    package static let name = "blobs"
    package static let summary = "Gaussian clouds, one a class"
    package static let settings = [
        Setting("n", .count(300, atMost: 10_000_000), "examples"),
        Setting("d", .count(2, atMost: 100_000), "features"),
        Setting("classes", .count(3, atMost: 1000), "clouds"),
        Setting("noise", .number(1), "each cloud's standard deviation"),
    ]

    package static func read(_ request: DatasetRequest) throws(DatasetError) -> Dataset {
        let count = request.count("n", default: 300)
        let dimension = request.count("d", default: 2)
        let classes = request.count("classes", default: 3)
        let noise = request.numbers["noise"] ?? 1
        try Generated.check(numbers: count, dimension, bytesEach: 4)
        var random = SeededRandom(seed: request.seed, stream: 22)
        let centres = (0..<classes * dimension).map { _ in 6 * random.uniform() - 3 }
        var elements: [Float] = []
        elements.reserveCapacity(count * dimension)
        for index in 0..<count {
            for d in 0..<dimension {
                elements.append(
                    Float(centres[index % classes * dimension + d] + noise * random.normal()))
            }
        }
        return try Dataset(
            name: "blobs",
            features: .floats(
                FloatRows(Matrix(rows: count, columns: dimension, elements: elements))),
            labels: (0..<count).map { Int32($0 % classes) },
            classNames: (0..<classes).map { "blob\($0)" },
            featureNames: dimension == 2 ? ["x", "y"] : [])
    }
}

enum Generated {
    /// - Throws: when the data would take more than eight gigabytes.
    static func check(numbers count: Int, _ dimension: Int, bytesEach: Int) throws(DatasetError) {
        let (product, overflow) = count.multipliedReportingOverflow(by: dimension * bytesEach)
        guard !overflow, product <= 8 << 30 else {
            throw DatasetError(
                "\(count) × \(dimension) features would take more than 8 GB",
                hint: "choose a smaller n or d")
        }
    }
}
