import Learning
import Numeric

/// The sample of examples and the random directions of the plots of the loss around the weights.
enum LossSurroundings {
    static let sampleSize = 1000

    static func sample(_ session: Session) throws(Failure) -> Examples {
        try session.examples(.train).sample(sampleSize)
    }

    /// A random direction as long as W, and at least 0.1 long.
    static func direction(_ classifier: LinearClassifier, seed: UInt64, stream: RandomStream)
        -> LinearClassifier
    {
        var random = SeededRandom(seed: seed, stream: stream)
        var result = LinearClassifier.gaussian(
            classes: classifier.classes, dimension: classifier.dimension, scale: 1, random: &random)
        let length = max(norm(classifier.W.elements), 0.1) / norm(result.W.elements)
        for index in result.W.elements.indices { result.W.elements[index] *= Float(length) }
        return result
    }

    static func norm(_ values: [Float]) -> Double {
        values.reduce(0) { $0 + Double($1) * Double($1) }.squareRoot()
    }

    static func steps(from low: Double, to high: Double, count: Int) -> [Double] {
        (0..<count).map { low + (high - low) * Double($0) / Double(max(count - 1, 1)) }
    }
}
