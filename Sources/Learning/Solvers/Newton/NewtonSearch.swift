import Numeric

/// The state of Newton's method: a point with its slopes.
struct NewtonSearch {
    private let problem: ConvexProblem
    private let progress: SolverProgress
    private let pass: any CurvedPass
    private let lower: LowerBound
    private let loss: any CurvedLoss
    private let step: NewtonStep
    private var point: NewtonPoint
    private static let mostSteps = 300

    init(_ problem: ConvexProblem, from start: LinearClassifier, _ progress: SolverProgress) {
        self.problem = problem
        self.progress = progress
        let examples = problem.examples
        let pass: any CurvedPass =
            ScaledRows.keepsZeros(examples)
            ? SparseCurvedPass(examples, rows: ScaledRows.make(examples))
            : DenseCurvedPass(examples)
        if let sparse = pass as? SparseCurvedPass { progress.keep(columnsOf: sparse) }
        let loss = problem.curved ?? LabelCount()
        lower = LowerBound(problem, pass)
        let preconditioner = Preconditioners.make(
            problem, pass,
            curvature: problem.meanWeight
                * loss.typicalCurvature(classes: pass.layout.classes))
        step = NewtonStep(
            problem: problem, progress: progress, layout: pass.layout,
            preconditioner: preconditioner,
            mostProducts: preconditioner is FactorPreconditioner ? 80 : 250,
            evaluate: { x in
                let (sums, data) = pass.evaluate(x, loss)
                return (sums, sums.loss / Double(max(sums.count, 1)), data)
            },
            bend: { pass.bend($0, loss) })
        (self.pass, self.loss) = (pass, loss)
        point = step.point(at: problem.begin(near: start, pass))
    }

    mutating func run() -> StopReason {
        var watch = StallWatch(patience: 8)
        for number in 1...Self.mostSteps {
            record()
            if let stop = progress.stop(before: number, at: point.value, certify: certify) {
                return stop
            }
            let slope = Vector.largest(point.gradient)
            if !problem.isPenalized, slope <= progress.tolerance { return .converged }
            let isLower = step.advance(&point)
            if !isLower || watch.isStalled(progress.gap ?? slope) { break }
        }
        record()
        return certify() ? .converged : .stalled(step: progress.steps)
    }

    private var classifier: LinearClassifier { pass.layout.classifier(point.x) }

    private func certify() -> Bool { progress.certify(classifier, .weights) }

    private func record() {
        if Parallel.isAbandoned { return }
        let dual = point.sums.dual / Double(max(point.sums.count, 1))
        let bound = lower.value(dual: dual, gradient: point.data, of: loss)
        progress.record(point.value, bound: bound, classifier)
    }
}
