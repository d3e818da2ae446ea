import Numeric

/// The dual variables of all rows, and the weights that they make.
struct DualState {
    private let problem: ConvexProblem
    private let pass: SparseCurvedPass
    private let rows: SparseRows
    private let labels: [Int]
    private let loss: SVM
    private let classes: Int
    private let lower: LowerBound
    /// 1/(2λβN), and what stands for it with b.
    private let unit: Double
    private let biasUnit: Double
    /// |x|² of each row.
    private let squares: [Float]
    /// γ, n×C; the label's own is 0.
    private let gamma: AlignedBuffer<Float>
    /// W, D×C, and then b.
    private let x: AlignedBuffer<Float>
    /// Σ qᵢ of each class.
    private var sums: [Double]
    private var row: RowSubproblem
    private let scores: AlignedBuffer<Float>
    private let change: AlignedBuffer<Float>
    /// For how many epochs each row is left out, and how often in turn it has stood still.
    private var pause: [UInt8]
    private var still: [UInt8]

    /// nil for a loss that is no SVM.
    init?(_ problem: ConvexProblem) {
        guard let svm = problem.objective.loss as? SVM else { return nil }
        let examples = problem.examples
        self.problem = problem
        loss = svm
        rows = ScaledRows.make(examples)
        pass = SparseCurvedPass(examples, rows: rows)
        lower = LowerBound(problem, pass)
        classes = examples.classCount
        labels = (0..<examples.count).map { examples.label($0) }
        let squares = Self.squares(rows)
        self.squares = squares
        unit = 1 / (problem.quadratic * Double(max(examples.count, 1)))
        let mean = squares.reduce(0) { $0 + Double($1) } / Double(max(squares.count, 1))
        biasUnit = problem.objective.regularizesBias ? unit : unit * max(mean, 1e-12) * 0.01
        gamma = AlignedBuffer(repeating: 0, count: examples.count * classes)
        x = AlignedBuffer(repeating: 0, count: pass.layout.count)
        sums = [Double](repeating: 0, count: classes)
        row = RowSubproblem(classes: classes, isSquared: svm.isSquared)
        scores = AlignedBuffer(repeating: 0, count: classes)
        change = AlignedBuffer(repeating: 0, count: classes)
        pause = [UInt8](repeating: 0, count: examples.count)
        still = pause
    }

    private static func squares(_ rows: SparseRows) -> [Float] {
        let values = rows.values.span
        return (0..<rows.count).map { r in
            var sum = 0.0
            for entry in rows.entries(ofRow: r) {
                sum += Double(values[entry]) * Double(values[entry])
            }
            return Float(sum)
        }
    }

    private var weights: [Float] {
        var list = [Float](repeating: 0, count: x.count)
        x.copy(to: &list)
        return list
    }

    var classifier: LinearClassifier { pass.layout.classifier(weights) }

    /// An epoch: each row in this order, but for those that are left out; ends early when asked to.
    mutating func visit(_ order: [Int32], isCancelled: () -> Bool) {
        for (turn, r) in order.enumerated() {
            if turn % 4096 == 4095, isCancelled() { return }
            let r = Int(r)
            if pause[r] > 0 { pause[r] -= 1 } else { visit(row: r) }
        }
        renewBias()
    }

    private mutating func visit(row r: Int) {
        let (first, place, label) = (pass.layout.weights, r * classes, labels[r])
        scores.withMutableSpan { scores in
            x.withSpan { x in
                for c in 0..<classes { scores[c] = x[first + c] }
                rows.addScores(ofRow: r, weights: x, to: &scores)
            }
        }
        let curvature = Double(squares[r]) * unit + biasUnit
        let slack = scores.withSpan { scores in
            gamma.withSpan {
                row.solve(
                    scores: scores, label: label, margin: loss.margin,
                    present: $0.extracting(place..<place + classes), curvature: curvature)
            }
        }
        if take(row: r) || slack < 0.1 {
            still[r] = 0
        } else {
            still[r] = min(still[r] + 1, 2)
            pause[r] = (1 << still[r]) - 1
        }
    }

    /// Moves a row's variables, and the weights with them; false where nothing moves.
    private mutating func take(row r: Int) -> Bool {
        let (place, label) = (r * classes, labels[r])
        let (gamma, change) = (gamma.writes, change.writes)
        var total = 0.0
        var isMoved = false
        for j in 0..<classes where j != label {
            let value = Float(row.values[j])
            let step = value - gamma[place + j]
            gamma[place + j] = value
            change[j] = step
            total += Double(step)
            if step != 0 { isMoved = true }
        }
        guard isMoved else { return false }
        change[label] = -Float(total)
        x.withMutableSpan { x in
            self.change.withSpan {
                rows.descend(alongRow: r, slopes: $0, factor: -Float(unit), weights: &x)
            }
        }
        let (x, first) = (x.writes, pass.layout.weights)
        for c in 0..<classes {
            sums[c] += Double(change[c])
            x[first + c] -= Float(biasUnit * Double(change[c]))
        }
        return true
    }

    /// Where b is free: its present value becomes the one that it is held near.
    private mutating func renewBias() {
        guard !problem.objective.regularizesBias else { return }
        let (x, first) = (x.writes, pass.layout.weights)
        for c in 0..<classes { x[first + c] -= Float(biasUnit * sums[c]) }
    }

    /// Makes the weights anew of the dual variables, so that rounding does not add up, and the slopes
    /// with them.
    mutating func settle() {
        pass.slopes.withMutableSpan { slopes in
            let gamma = gamma.writes
            for r in 0..<labels.count {
                var total = 0.0
                for j in 0..<classes {
                    slopes[r * classes + j] = gamma[r * classes + j]
                    total += Double(gamma[r * classes + j])
                }
                slopes[r * classes + labels[r]] = -Float(total)
            }
        }
        let gradient = pass.transposedProduct(pass.slopes)
        let (x, weights, count) = (x.writes, pass.layout.weights, Double(max(labels.count, 1)))
        for i in 0..<weights { x[i] = -Float(Double(gradient[i]) / problem.quadratic) }
        for c in 0..<classes {
            sums[c] = Double(gradient[weights + c]) * count
            if problem.objective.regularizesBias {
                x[weights + c] = -Float(Double(gradient[weights + c]) / problem.quadratic)
            }
        }
        settled = gradient
    }

    /// The slopes that the dual variables are, n×C.
    var dualPoint: DualPoint {
        var slopes = [Double](repeating: 0, count: gamma.count)
        let gamma = gamma.writes
        for r in labels.indices {
            var total = 0.0
            for place in r * classes..<(r + 1) * classes {
                slopes[place] = Double(gamma[place])
                total += slopes[place]
            }
            slopes[r * classes + labels[r]] = -total
        }
        return .slopes(slopes)
    }

    /// G and r of the last `settle`.
    private var settled: [Float] = []

    /// The objective at the weights, and a lower bound by the dual variables, as `settle` left them.
    func value() -> (value: Double, bound: Double?) {
        let weights = weights
        let value = pass.mean(loss, at: weights) + problem.penalty(weights, pass.layout)
        let dual = gamma.withSpan { gamma in
            var dual = 0.0
            for i in 0..<gamma.count {
                let value = Double(gamma[i])
                dual += value * (loss.isSquared ? loss.margin - 0.25 * value : loss.margin)
            }
            return dual
        }
        let curved = MarginCurvature(
            margin: loss.margin, width: loss.isSquared ? nil : 1)
        return (
            value,
            lower.value(
                dual: dual / Double(max(labels.count, 1)), gradient: settled,
                least: curved.leastDual(classes: classes))
        )
    }
}
