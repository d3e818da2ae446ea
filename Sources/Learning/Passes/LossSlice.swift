import Numeric

/// The loss along a line or over a plane of weight space, W + a·U + b·V (CS231n's notes draw both).
/// Scores are linear in the weights, so the scores of each direction are computed once.
package struct LossSlice: Sendable {
    private let objective: Objective
    private let examples: Examples
    private let points: [LinearClassifier]
    private let scores: [Matrix]

    /// Computes the scores of the origin and of one or two directions.
    package init(
        objective: Objective, examples: Examples, origin: LinearClassifier,
        directions: [LinearClassifier]
    ) {
        self.objective = objective
        self.examples = examples
        points = [origin] + directions
        scores = points.map { Pass(examples).scores($0, positions: 0..<examples.count) }
    }

    /// The full objective at each place (a, b); `b` is not used with one direction.
    package func values(at places: [(a: Double, b: Double)]) -> [Double] {
        var values = [Double](repeating: 0, count: places.count)
        values.withDisjointWrites { shared in
            Parallel.forEach(places.count) { index in
                shared[index] = value(places[index].a, places[index].b)
            }
        }
        return values
    }

    private func value(_ a: Double, _ b: Double) -> Double {
        let factors = [1, Float(a), Float(b)]
        let classes = examples.classCount
        var sum = 0.0
        var row = [Float](repeating: 0, count: classes)
        for r in 0..<examples.count {
            for c in 0..<classes {
                row[c] = zip(scores, factors).reduce(Float(0)) {
                    $0 + $1.0.elements[r * classes + c] * $1.1
                }
            }
            sum += objective.scoreLoss.value(row.span, label: examples.label(r))
        }
        var moved = points[0]
        for (point, factor) in zip(points, factors).dropFirst() {
            for index in moved.W.elements.indices {
                moved.W.elements[index] += factor * point.W.elements[index]
            }
            for index in moved.b.indices { moved.b[index] += factor * point.b[index] }
        }
        return sum / Double(max(examples.count, 1)) + objective.regularization(moved)
    }
}
