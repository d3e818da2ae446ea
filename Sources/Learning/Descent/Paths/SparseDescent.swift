import Numeric
import Platform

/// Steps of minibatch SGD on sparse rows; a step costs time for the numbers other than zero only.
///
/// The weights are a·V: L2 shrinks the number a rather than every weight. L1's proximal steps are
/// made up for when a weight is next needed, all at once by the sum of their thresholds (after
/// Duchi and Singer 2009). The steps are the same as on dense rows.
struct SparseDescent: Descent {
    private let objective: Objective
    private let rows: SparseRows
    private let labels: [Int32]
    private let classes: Int
    /// D×C, so that a feature's weights lie together.
    private var V: [Float]
    private var bias: [Float]
    private var a = 1.0
    /// The sum of all thresholds so far in V's units, and the part of it that each feature's
    /// weights have already shrunk by.
    private var threshold = 0.0
    private var had: [Double]
    /// The batch's slopes, n×C, and one example's scores.
    private var slopes: [Float] = []
    private var row: [Float]

    /// nil where the plan needs every weight at every step: an optimizer that remembers, L1 by
    /// sub-gradients, or a penalized bias.
    init?(
        _ start: LinearClassifier, examples: Examples, objective: Objective, plan: GradientDescent
    ) {
        guard case .sparse(let rows) = examples.features, plan.batch != nil,
            plan.optimizer.isPlain, !plan.usesSubgradient || objective.penalty.absolute == 0,
            !objective.regularizesBias, examples.scaling == .identity(examples.dimension)
        else { return nil }
        self.objective = objective
        self.rows = rows
        labels = examples.labels
        classes = start.classes
        bias = start.b
        row = [Float](repeating: 0, count: start.classes)
        V = Self.transposed(start.W)
        had = [Double](repeating: 0, count: start.dimension)
    }

    private static func transposed(_ W: Matrix) -> [Float] {
        var result = [Float](repeating: 0, count: W.elements.count)
        for c in 0..<W.rows {
            for d in 0..<W.columns { result[d * W.rows + c] = W.elements[c * W.columns + d] }
        }
        return result
    }

    var isLazy: Bool { true }

    mutating func classifier() -> LinearClassifier {
        settle()
        let dimension = rows.dimension
        var W = Matrix(rows: classes, columns: dimension)
        for c in 0..<classes {
            for d in 0..<dimension { W.elements[c * dimension + d] = V[d * classes + c] }
        }
        return LinearClassifier(W: W, b: bias)
    }

    /// Applies a and all thresholds to V; a becomes 1.
    private mutating func settle() {
        for d in 0..<rows.dimension { shrink(d) }
        let factor = Float(a)
        var V = V.mutableSpan
        for i in 0..<V.count { V[i] *= factor }
        a = 1
        threshold = 0
        for d in had.indices { had[d] = 0 }
    }

    /// Shrinks a feature's weights by the thresholds that it has not had yet.
    private mutating func shrink(_ d: Int) {
        guard had[d] != threshold else { return }
        let due = Float(threshold - had[d])
        had[d] = threshold
        for place in d * classes..<(d + 1) * classes {
            let v = V[place]
            V[place] = v > due ? v - due : v < -due ? v + due : 0
        }
    }

    mutating func step(_ batch: [Int], then next: [Int], rate: Double) -> Pass.Sums? {
        // Scoring moves no weight.
        guard let sums = Abandonment.step({ score(batch, objective.scoreLoss) }) else { return nil }
        a *= max(1 - 2 * rate * objective.strength * objective.penalty.quadratic, 0)
        if a < 1e-6 { settle() }
        descend(batch, factor: Float(-rate / Double(batch.count) / a), rate / Double(batch.count))
        threshold += rate * objective.strength * objective.penalty.absolute / a
        return sums
    }

    /// Computes the slopes by the scores of the batch's rows.
    private mutating func score(_ batch: [Int], _ loss: any ScoreLoss) -> Pass.Sums {
        if slopes.count < batch.count * classes {
            slopes = [Float](repeating: 0, count: batch.count * classes)
        }
        if threshold != 0 {
            for (turn, index) in batch.enumerated() {
                if Parallel.isAbandoned(turn: turn) { break }
                for entry in rows.entries(ofRow: index) { shrink(Int(rows.columns[entry])) }
            }
        }
        return Self.score(
            batch, rows: rows, labels: labels, V: V, factor: Float(a), bias: bias, loss,
            into: &slopes, row: &row)
    }

    private static func score(
        _ batch: [Int], rows: SparseRows, labels: [Int32], V: [Float], factor: Float,
        bias: [Float], _ loss: any ScoreLoss, into slopes: inout [Float], row: inout [Float]
    ) -> Pass.Sums {
        let classes = bias.count
        let V = V.span
        var sums = Pass.Sums()
        var own = row.mutableSpan
        for (r, index) in batch.enumerated() {
            if Parallel.isAbandoned(turn: r) { break }
            for c in 0..<classes { own[c] = 0 }
            rows.addScores(ofRow: index, weights: V, to: &own)
            for c in 0..<classes { own[c] = own[c] * factor + bias[c] }
            let label = Int(labels[index])
            if Pass.isHighest(label, in: own.span) { sums.correct += 1 }
            sums.loss += loss.differentiate(&own, label: label)
            sums.count += 1
            for c in 0..<classes { slopes[r * classes + c] = own[c] }
        }
        return sums
    }

    private mutating func descend(_ batch: [Int], factor: Float, _ rate: Double) {
        Self.add(batch, rows: rows, slopes: slopes, classes: classes, factor: factor, to: &V)
        for r in batch.indices {
            for c in 0..<classes { bias[c] -= Float(rate) * slopes[r * classes + c] }
        }
    }

    /// V += factor · slope · x.
    private static func add(
        _ batch: [Int], rows: SparseRows, slopes: [Float], classes: Int, factor: Float,
        to V: inout [Float]
    ) {
        let slopes = slopes.span
        var V = V.mutableSpan
        for (r, index) in batch.enumerated() {
            let own = slopes.extracting(r * classes..<(r + 1) * classes)
            // The kinked loss of an example that is classified with a margin moves nothing.
            guard own.indices.contains(where: { own[$0] != 0 }) else { continue }
            rows.descend(alongRow: index, slopes: own, factor: factor, weights: &V)
        }
    }
}
