package import Declarations
package import Files
import Numeric

/// Round Gaussian clouds, one for each class.
package enum Blobs: DatasetSource {
    package static let name = "blobs"
    package static let summary = "Gaussian clouds, one a class"

    private static let examples = Parameter.count(
        "n", default: 300, in: 1...10_000_000, "examples")
    private static let features = Parameter.count("d", default: 2, in: 1...100_000, "features")
    private static let clouds = Parameter.count("classes", default: 3, in: 1...1000, "clouds")
    private static let noise = Parameter.number(
        "noise", default: 1, .notNegative, "each cloud's standard deviation")
    package static let settings: [any AnyParameter] = [examples, features, clouds, noise]

    package static func read(_ request: DatasetRequest) throws(FileError) -> Dataset {
        let count = request[examples]
        let dimension = request[features]
        let classes = request[clouds]
        let noise = request[noise]
        try GeneratedFeatures.request(count, dimension, bytesEach: 8)
        try GeneratedFeatures.request(classes, dimension, bytesEach: 8)
        var random = SeededRandom(seed: request.seed, stream: .blobs)
        let centres = try Interruptible.map(classes * dimension) { _ in
            6 * random.uniform() - 3
        }
        var elements: [Float] = []
        elements.reserveCapacity(count * dimension)
        for index in 0..<count {
            for d in 0..<dimension {
                try Interruptible.check(turn: elements.count)
                elements.append(
                    Float(centres[index % classes * dimension + d] + noise * random.normal()))
            }
        }
        return try Dataset(
            name: "blobs",
            features: try GeneratedFeatures.rows(elements, dimension: dimension, noise: noise),
            labels: try Interruptible.map(count) { Int32($0 % classes) },
            classNames: (0..<classes).map { "blob\($0)" },
            featureNames: dimension == 2 ? ["x", "y"] : [])
    }
}
