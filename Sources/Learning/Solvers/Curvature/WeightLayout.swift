import Numeric

/// Where W and then b lie in one list of numbers: class after class, C×D, or feature after feature, D×C.
struct WeightLayout: Sendable, Equatable {
    let classes: Int
    let dimension: Int
    let isByFeature: Bool

    /// The number of weights; the biases follow them.
    var weights: Int { classes * dimension }
    var count: Int { weights + classes }

    func place(_ c: Int, _ d: Int) -> Int { isByFeature ? d * classes + c : c * dimension + d }

    func flatten(_ classifier: LinearClassifier) -> [Float] {
        guard isByFeature else { return classifier.W.elements + classifier.b }
        var x = [Float](repeating: 0, count: weights)
        let W = classifier.W.elements.span
        var span = x.mutableSpan
        for c in 0..<classes {
            for d in 0..<dimension { span[d * classes + c] = W[c * dimension + d] }
        }
        return x + classifier.b
    }

    func classifier(_ x: [Float]) -> LinearClassifier {
        let b = Array(x[weights...])
        guard isByFeature else {
            return LinearClassifier(
                W: Matrix(rows: classes, columns: dimension, elements: Array(x[..<weights])), b: b)
        }
        var elements = [Float](repeating: 0, count: weights)
        let span = x.span
        for c in 0..<classes {
            for d in 0..<dimension { elements[c * dimension + d] = span[d * classes + c] }
        }
        return LinearClassifier(
            W: Matrix(rows: classes, columns: dimension, elements: elements), b: b)
    }
}
