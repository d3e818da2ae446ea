package import Declarations
package import Files
import Numeric

/// Random byte pictures of CIFAR-10's shape: each class has a faint template under noise, which
/// a linear classifier can learn.
package enum Synthetic: DatasetSource {
    package static let name = "synthetic"
    package static let summary = "random bytes of CIFAR-10's shape, with something to learn in them"

    private static let examples = Parameter.count(
        "n", default: 50_000, in: 1...100_000_000, "examples")
    private static let features = Parameter.count(
        "d", default: 3072, in: 1...1_000_000, "features")
    private static let classes = Parameter.count(
        "classes", default: 10, in: 1...10_000, "classes")
    package static let settings: [any AnyParameter] = [examples, features, classes]

    package static func read(_ request: DatasetRequest) throws(FileError) -> Dataset {
        let count = request[examples]
        let dimension = request[features]
        let classes = request[classes]
        try GeneratedFeatures.request(count, dimension, bytesEach: 1)
        try GeneratedFeatures.request(classes, dimension, bytesEach: 1)
        var random = SeededRandom(seed: request.seed, stream: .synthetic)
        let templates = try Interruptible.map(classes * dimension) { _ in
            UInt8(random.integer(below: 16))
        }
        let labels = try Interruptible.map(count) { _ in
            Int32(random.integer(below: classes))
        }
        let storage = ByteStorage.rows(count, of: dimension) { index, row in
            var random = SeededRandom(seed: request.seed, stream: .syntheticExample(index))
            let template = Int(labels[index]) * dimension
            var word: UInt64 = 0
            for d in 0..<dimension {
                if d % 8 == 0 { word = random.next() }
                row[d] = 56 + templates[template + d] + UInt8(word & 0x7F)
                word >>= 8
            }
        }
        try Interruptible.check()
        return try Dataset(
            name: "synthetic",
            features: .bytes(
                ByteRows(
                    segments: [.init(storage: storage, offset: 0, stride: dimension, count: count)],
                    dimension: dimension)),
            labels: labels, classNames: (0..<classes).map { "class\($0)" },
            image: dimension == 3072
                ? ImageShape(width: 32, height: 32, channels: 3, maximum: 255) : nil
        )
    }
}
