import Numeric

/// The dual variables of all rows, and the weights that they make.
struct DualState {
    private let problem: ConvexProblem
    private let pass: any CurvedPass
    private let rows: DualRows
    /// Feature after feature, as rows are visited; the pass may have another.
    private let layout: WeightLayout
    private let labels: [Int]
    private let loss: SVM
    /// The same with the classes' weights.
    private let curved: any CurvedLoss
    private let classes: Int
    private let lower: LowerBound
    /// The mean of |x|² over the rows.
    private let size: Double
    /// |x|² of each row.
    private let squares: [Float]
    /// γ, n×C; the label's own is 0.
    private let gamma: AlignedBuffer<Float>
    private let weights: DualWeights
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
        guard let svm = problem.objective.loss as? SVM, let curved = problem.curved else {
            return nil
        }
        self.curved = curved
        let examples = problem.examples
        self.problem = problem
        loss = svm
        rows = DualRows(examples)
        pass = rows.pass(examples)
        layout = WeightLayout(
            classes: examples.classCount, dimension: examples.dimension, isByFeature: true)
        lower = LowerBound(problem, pass)
        classes = examples.classCount
        labels = (0..<examples.count).map { examples.label($0) }
        let squares = rows.squares(count: examples.count)
        self.squares = squares
        size = squares.reduce(0) { $0 + Double($1) } / Double(max(squares.count, 1))
        gamma = AlignedBuffer(repeating: 0, count: examples.count * classes)
        weights = DualWeights(problem, layout, size: size)
        sums = [Double](repeating: 0, count: classes)
        row = RowSubproblem(classes: classes, isSquared: svm.isSquared)
        scores = AlignedBuffer(repeating: 0, count: classes)
        change = AlignedBuffer(repeating: 0, count: classes)
        pause = [UInt8](repeating: 0, count: examples.count)
        still = pause
    }

    /// 1/((2λβ + μ)N), and what stands for it with b.
    private var unit: Double { 1 / (weights.steepness * Double(max(labels.count, 1))) }
    private var biasUnit: Double {
        problem.objective.regularizesBias ? unit : unit * max(size, 1e-12) * 0.01
    }

    var classifier: LinearClassifier { layout.classifier(weights.list) }

    /// An epoch: each row in this order, but for those that are left out; ends early when asked to.
    mutating func visit(_ order: [Int32], isCancelled: () -> Bool) {
        for (turn, r) in order.enumerated() {
            if turn % 4096 == 4095, isCancelled() { return }
            let r = Int(r)
            if pause[r] > 0 { pause[r] -= 1 } else { visit(row: r) }
        }
        renew()
    }

    private mutating func visit(row r: Int) {
        let (first, place, label) = (layout.weights, r * classes, labels[r])
        let (rows, index) = rows.find(r)
        scores.withMutableSpan { scores in
            weights.shown.withSpan { x in
                for c in 0..<classes { scores[c] = x[first + c] }
                rows.addScores(ofRow: index, weights: x, to: &scores)
            }
        }
        let curvature = Double(squares[r]) * unit + biasUnit
        let slack = scores.withSpan { scores in
            gamma.withSpan {
                row.solve(
                    scores: scores, label: label, margin: loss.margin,
                    present: $0.extracting(place..<place + classes), curvature: curvature,
                    weight: curved.weight(of: label))
            }
        }
        if take(row: r, rows, index) || slack < 0.1 {
            still[r] = 0
        } else {
            still[r] = min(still[r] + 1, 2)
            pause[r] = (1 << still[r]) - 1
        }
    }

    /// Moves a row's variables, and the weights with them; false where nothing moves.
    private mutating func take(row r: Int, _ rows: SparseRows, _ index: Int) -> Bool {
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
        weights.linear.withMutableSpan { x in
            self.change.withSpan {
                rows.descend(alongRow: index, slopes: $0, factor: -Float(unit), weights: &x)
            }
        }
        let (x, first, biasUnit) = (weights.linear.writes, layout.weights, biasUnit)
        for c in 0..<classes {
            sums[c] += Double(change[c])
            x[first + c] -= Float(biasUnit * Double(change[c]))
        }
        weights.follow(rows, row: index)
        return true
    }

    /// The present weights become the ones that they are held near, and so does b where it is free.
    private mutating func renew() {
        weights.renew()
        guard !problem.objective.regularizesBias else { return }
        let biasUnit = biasUnit
        weights.moveBias(by: sums.map { -Float(biasUnit * $0) })
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
        let gradient = layout.flatten(
            pass.layout.classifier(pass.transposedProduct(pass.slopes)))
        let count = Double(max(labels.count, 1))
        for c in 0..<classes { sums[c] = Double(gradient[layout.weights + c]) * count }
        weights.settle(gradient)
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
        let weights = pass.layout.flatten(classifier)
        let value =
            pass.mean(problem.objective.scoreLoss, at: weights)
            + problem.penalty(weights, pass.layout)
        let dual = gamma.withSpan { gamma in
            var dual = 0.0
            for i in 0..<gamma.count where gamma[i] != 0 {
                let value = Double(gamma[i])
                let bent =
                    loss.isSquared ? 0.25 * value / curved.weight(of: labels[i / classes]) : 0
                dual += value * (loss.margin - bent)
            }
            return dual
        }
        return (
            value,
            lower.value(
                dual: dual / Double(max(labels.count, 1)),
                gradient: pass.layout.flatten(layout.classifier(settled)),
                of: curved)
        )
    }
}
