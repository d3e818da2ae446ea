package import Declarations
package import Files
import Numeric

/// Interleaved spiral arms in the plane (CS231n's notes on a minimal neural network): data that no
/// linear classifier can separate.
package enum Spiral: DatasetSource {
    package static let name = "spiral"
    package static let summary = "spiral arms in the plane, which no line separates"

    private static let examples = Parameter.count(
        "n", default: 300, in: 1...10_000_000, "examples")
    private static let arms = Parameter.count("classes", default: 3, in: 1...100, "arms")
    private static let noise = Parameter.number(
        "noise", default: 0.2, .notNegative, "how far examples stray along the turn, in radians")
    package static let settings: [any AnyParameter] = [examples, arms, noise]

    package static func read(_ request: DatasetRequest) throws(FileError) -> Dataset {
        let count = request[examples]
        let classes = request[arms]
        let noise = request[noise]
        var random = SeededRandom(seed: request.seed, stream: .spiral)
        try GeneratedFeatures.request(count, 2, bytesEach: 8)
        var elements: [Float] = []
        elements.reserveCapacity(2 * count)
        var labels: [Int32] = []
        for index in 0..<count {
            try Interruptible.check(turn: index)
            let arm = index % classes
            let radius = Double(index / classes + 1) / Double((count + classes - 1) / classes)
            let turn = Double(arm) * 4 + 4 * radius + noise * random.normal()
            let (sine, cosine) = Rotation.unit(turn)
            elements += [Float(radius * sine), Float(radius * cosine)]
            labels.append(Int32(arm))
        }
        return try Dataset(
            name: "spiral",
            features: try GeneratedFeatures.rows(elements, dimension: 2, noise: noise),
            labels: labels, classNames: (0..<classes).map { "arm\($0)" }, featureNames: ["x", "y"])
    }
}
