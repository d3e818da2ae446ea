import Numeric

/// The quadratic model of the mean loss at a point, with the penalty, which coordinate descent minimizes
/// over steps from that point: all classes of a feature at a time, by a diagonal bound of their curvature.
struct ProximalModel {
    private let pass: SparseCurvedPass
    private let loss: any CurvedLoss
    private let x: [Float]
    private let gradient: [Float]
    private let classes: Int
    private let labels: [Int]
    private let quadratic: Double
    private let absolute: Double
    private let regularizesBias: Bool
    /// The features that may move.
    private let active: [Int]
    /// A bound of the curvature by each weight and bias.
    private let curvature: [Float]
    /// More of it, which keeps steps short.
    private let damping: [Float]
    /// The step from x.
    private(set) var direction: [Float]
    /// The curvature times the step's scores, n×C.
    private let bent: AlignedBuffer<Float>
    private(set) var sweeps = 0
    /// Σ bent·x over the rows, of each class, for the feature that is moved.
    private var sums: [Double]
    /// The change of one row's scores.
    private let change: AlignedBuffer<Float>

    init(
        _ problem: ConvexProblem, _ pass: SparseCurvedPass, loss: any CurvedLoss, at x: [Float],
        gradient: [Float], curvature: [Float], damping: [Float]
    ) {
        self.pass = pass
        self.loss = loss
        self.x = x
        self.gradient = gradient
        self.curvature = curvature
        self.damping = damping
        let classes = pass.layout.classes
        self.classes = classes
        quadratic = problem.quadratic
        absolute = problem.absolute
        regularizesBias = problem.objective.regularizesBias
        labels = (0..<problem.examples.count).map { problem.examples.label($0) }
        let limit = Float(problem.absolute)
        active = (0..<pass.layout.dimension).filter { d in
            (d * classes..<(d + 1) * classes).contains { x[$0] != 0 || abs(gradient[$0]) > limit }
        }
        direction = [Float](repeating: 0, count: x.count)
        sums = [Double](repeating: 0, count: classes)
        change = AlignedBuffer(repeating: 0, count: classes)
        bent = AlignedBuffer(repeating: 0, count: problem.examples.count * classes)
    }

    /// Sweeps over the active features and the biases until the steps are a tenth of the first sweep's.
    mutating func descend(sweeps most: Int, isCancelled: () -> Bool) {
        var first = 0.0
        var step = [Float](repeating: 0, count: classes)
        for sweep in 0..<most {
            var moved = 0.0
            for (place, d) in active.enumerated() {
                if place % 1024 == 1023, isCancelled() { return }
                moved += move(feature: d, &step)
            }
            moved += moveBias(&step)
            sweeps += 1
            if sweep == 0 { first = moved }
            if moved <= 0.01 * first { return }
        }
    }

    /// Moves one feature's weights; gives the sum of their steps' squares times the curvature.
    private mutating func move(feature d: Int, _ step: inout [Float]) -> Double {
        let begin = d * classes
        change.withMutableSpan { change in
            for c in 0..<classes { change[c] = 0 }
            bent.withSpan { pass.columns.addScores(ofRow: d, weights: $0, to: &change) }
        }
        for c in 0..<classes { sums[c] = Double(change.writes[c]) }
        let moved = take(&step, at: begin, isPenalized: true)
        guard moved > 0 else { return 0 }
        for entry in pass.columns.entries(ofRow: d) {
            bend(
                row: Int(pass.columns.columns[entry]), by: step,
                times: pass.columns.values[entry])
        }
        return moved
    }

    private mutating func moveBias(_ step: inout [Float]) -> Double {
        for c in 0..<classes { sums[c] = 0 }
        bent.withSpan { bent in
            for r in labels.indices {
                for c in 0..<classes { sums[c] += Double(bent[r * classes + c]) }
            }
        }
        let moved = take(&step, at: pass.layout.weights, isPenalized: regularizesBias)
        guard moved > 0 else { return 0 }
        for r in labels.indices { bend(row: r, by: step, times: 1) }
        return moved
    }

    /// Moves the weights of all classes from a place on, of which `sums` are Σ of the row's numbers times
    /// the feature; gives the sum of their steps' squares times the curvature.
    private mutating func take(_ step: inout [Float], at begin: Int, isPenalized: Bool) -> Double {
        var moved = 0.0
        for c in 0..<classes {
            let slope = Double(gradient[begin + c]) + sums[c] / Double(max(labels.count, 1))
            let (delta, size) = best(
                at: begin + c, slope: slope, curvature: Double(curvature[begin + c]),
                isPenalized: isPenalized)
            step[c] = delta
            direction[begin + c] += delta
            moved += size
        }
        return moved
    }

    /// The step of one weight to its own minimum, and the square of that step times the curvature.
    private func best(
        at place: Int, slope: Double, curvature: Double, isPenalized: Bool
    ) -> (delta: Float, size: Double) {
        let now = Double(x[place]) + Double(direction[place])
        let damped = Double(damping[place])
        let h = curvature + damped + (isPenalized ? quadratic : 0) + 1e-12
        let pull =
            slope + damped * Double(direction[place]) + (isPenalized ? quadratic * now : 0)
        let free = now - pull / h
        let limit = isPenalized ? absolute / h : 0
        let goal = free > limit ? free - limit : free < -limit ? free + limit : 0
        // So that x + direction is exactly zero where the goal is.
        let delta = goal == 0 ? -(x[place] + direction[place]) : Float(goal - now)
        return (delta, Double(delta) * Double(delta) * h)
    }

    /// Adds the curvature of a row times the change of its scores.
    private func bend(row r: Int, by step: [Float], times value: Float) {
        let place = r * classes..<(r + 1) * classes
        change.withMutableSpan { change in
            for c in 0..<classes { change[c] = step[c] * value }
            pass.slopes.withSpan {
                loss.bend(&change, slopes: $0.extracting(place), label: labels[r])
            }
            let bent = bent.writes
            for c in 0..<classes { bent[place.lowerBound + c] += change[c] }
        }
    }
}
