import Numeric

/// The state of L-BFGS with exact line searches: a point, whose b is the best for its W.
struct LineSearch {
    private let problem: ConvexProblem
    private let progress: SolverProgress
    private let pass: SparseCurvedPass
    private let lower: LowerBound
    private let loss: any CurvedLoss
    private let preconditioner: any Preconditioner
    private let line: ScoreLine
    /// W, and 0 in the place of b, as in gradients and directions.
    private var x: [Float]
    private var b: [Double]
    private var level: ScoreLine.Level
    /// The gradient of the mean loss by W and b, and of the objective by W.
    private var data: [Float] = []
    private var gradient: [Float] = []
    private var memory = CurvatureMemory(capacity: Self.history)

    static let history = 10
    private static let mostSteps = 1000
    /// After this number of steps the scores are made anew, for each step rounds them.
    private static let freshScores = 20

    init?(_ problem: ConvexProblem, from start: LinearClassifier, _ progress: SolverProgress) {
        guard let loss = problem.curved else { return nil }
        let examples = problem.examples
        let pass = SparseCurvedPass(examples, rows: ScaledRows.make(examples))
        progress.keep(columnsOf: pass)
        (self.problem, self.progress, self.pass, self.loss) = (problem, progress, pass, loss)
        lower = LowerBound(problem, pass)
        preconditioner = Preconditioners.make(
            problem, pass,
            curvature: problem.meanWeight * loss.typicalCurvature(classes: examples.classCount))
        line = ScoreLine(problem, loss, slopes: pass.slopes)
        x = pass.layout.flatten(start)
        b = start.b.map(Double.init)
        pass.makeScores(x)
        line.begin(at: pass.scores)
        for c in 0..<b.count { x[pass.layout.weights + c] = 0 }
        level = line.level(at: .begin(classes: b.count), Self.ridge(x, nil, problem, b))
        let atZero =
            problem.meanWeight * problem.objective.loss.valueAtZero(classes: examples.classCount)
        if !(level.value < atZero) {
            for i in x.indices { x[i] = 0 }
            b = b.map { _ in 0 }
            line.beginAtZero()
        }
        progress.passes += 1
        settle()
    }

    /// What the penalty is along a direction.
    private static func ridge(
        _ x: [Float], _ direction: [Float]?, _ problem: ConvexProblem, _ b: [Double]
    ) -> ScoreLine.Ridge {
        ScoreLine.Ridge(
            strength: problem.quadratic, square: Vector.dot(x, x),
            slope: direction.map { Vector.dot(x, $0) } ?? 0,
            curvature: direction.map { Vector.dot($0, $0) } ?? 0,
            bias: problem.objective.regularizesBias ? b : [])
    }

    mutating func run() -> StopReason {
        var watch = StallWatch(patience: 30)
        for number in 1...Self.mostSteps {
            record()
            if let stop = progress.stop(before: number, at: level.value, certify: certify) {
                return stop
            }
            if watch.isStalled(progress.gap ?? .infinity) || !advance(number) { break }
        }
        record()
        return certify() ? .converged : .stalled(step: progress.steps)
    }

    /// Goes to the least of the line along L-BFGS's direction, or along the gradient's where that one has none;
    /// false where nothing is lower.
    private mutating func advance(_ number: Int) -> Bool {
        if number % Self.freshScores == 0 {
            pass.makeScores(weights)
            line.begin(at: pass.scores)
        }
        if descend(memory.direction(gradient, preconditioner)) { return true }
        guard !memory.isEmpty, !progress.isCancelled else { return false }
        memory = CurvatureMemory(capacity: Self.history)
        return descend(memory.direction(gradient, preconditioner))
    }

    private mutating func descend(_ direction: [Float]) -> Bool {
        guard Vector.dot(gradient, direction) < 0 else { return false }
        pass.makeScores(direction)
        line.aim(along: pass.scores)
        let ridge = Self.ridge(x, direction, problem, b)
        let begin = line.turned(level, ridge)
        guard let end = line.least(from: begin, ridge, isNear: isNear) else { return false }
        let (before, slopes) = (x, gradient)
        line.move(to: end.place)
        x = Vector.add(x, end.place.length, direction)
        for c in b.indices { b[c] += end.place.shift[c] }
        level = end
        differentiate()
        progress.passes += 1
        if let pair = CurvatureMemory.Pair(
            Vector.difference(x, before), Vector.difference(gradient, slopes))
        {
            memory.add(pair)
        }
        return true
    }

    /// Moves b to the best for W, where anything is lower.
    private mutating func settle() {
        let ridge = Self.ridge(x, nil, problem, b)
        level = line.level(at: .begin(classes: b.count), ridge)
        if let end = line.least(from: level, ridge, isNear: isNear) {
            line.move(to: end.place)
            for c in b.indices { b[c] += end.place.shift[c] }
            level = end
        }
        differentiate()
    }

    private mutating func differentiate() {
        data = pass.transposedProduct(line.slopes)
        gradient = data
        Vector.add(problem.quadratic, x, to: &gradient)
        for c in b.indices { gradient[pass.layout.weights + c] = 0 }
    }

    /// Whether slopes by b are as small as the gap asks that is sought.
    private func isNear(_ level: ScoreLine.Level) -> Bool {
        let (allowed, slopes) = (0.1 * progress.goal, level.slopes.dropFirst())
        guard !problem.objective.regularizesBias else {
            return slopes.reduce(0) { $0 + $1 * $1 } <= 0.2 * problem.quadratic * allowed
        }
        return slopes.allSatisfy {
            abs($0) * abs(level.value) <= 0.2 * allowed / Double(b.count)
        }
    }

    private var weights: [Float] {
        var weights = x
        for c in b.indices { weights[pass.layout.weights + c] = Float(b[c]) }
        return weights
    }

    private func certify() -> Bool {
        progress.certify(pass.layout.classifier(weights), .weights)
    }

    private func record() {
        if Parallel.isAbandoned { return }
        let dual = level.sums.dual / Double(max(level.sums.count, 1))
        progress.record(
            level.value, bound: lower.value(dual: dual, gradient: data, of: loss),
            pass.layout.classifier(weights))
    }
}
