import Numeric

/// The state of the method of multipliers: a point, its slopes γ, and the centre near which they are held.
struct MultiplierSearch {
    private let problem: ConvexProblem
    private let progress: SolverProgress
    private let pass: DenseCurvedPass
    private let lower: LowerBound
    private let margin: Double
    /// γ₀, n×C.
    private let centre: AlignedBuffer<Float>
    private let preconditioner: any Preconditioner
    private var step: NewtonStep
    private var point: NewtonPoint

    private static let mostRounds = 200
    private static let mostSteps = 6
    /// μ of the first round, at which all margins are curved, and its least, in units of the margin.
    private static let softness = (first: 2.0, least: 0.1)
    /// About the mean curvature by each score: a share μ of the margins is curved, with 1/μ.
    private static let curvature = 0.5
    /// What share of the present gap a round may leave.
    private static let slack = 0.02

    /// nil for a loss that is no svm.
    init?(_ problem: ConvexProblem, from start: LinearClassifier, _ progress: SolverProgress) {
        guard let svm = problem.objective.loss as? SVM, !svm.isSquared else { return nil }
        self.problem = problem
        self.progress = progress
        pass = DenseCurvedPass(problem.examples)
        margin = svm.margin
        centre = AlignedBuffer(repeating: 0, count: pass.slopes.count)
        lower = LowerBound(problem, pass)
        preconditioner = Preconditioners.make(
            problem, pass, curvature: problem.meanWeight * Self.curvature / svm.margin)
        let begin = problem.begin(near: start, pass)
        step = Self.step(
            problem, progress, pass, centre, preconditioner,
            softness: Self.softness.first * svm.margin)
        point = step.point(at: begin)
    }

    /// Newton steps on the hinge that is held smooth over μ.
    private static func step(
        _ problem: ConvexProblem, _ progress: SolverProgress, _ pass: DenseCurvedPass,
        _ centre: AlignedBuffer<Float>, _ preconditioner: any Preconditioner, softness: Double
    ) -> NewtonStep {
        let margin = (problem.objective.loss as? SVM)?.margin ?? 1
        let loss = MarginCurvature(
            margin: margin, isSquared: false,
            weights: problem.objective.classWeights?.values ?? [], softness: softness)
        let work = HeldMargins(
            margin: margin, softness: softness, loss: loss, classes: pass.layout.classes,
            centre: centre.writes, kept: pass.slopes.writes)
        return NewtonStep(
            problem: problem, progress: progress, layout: pass.layout,
            preconditioner: preconditioner, mostProducts: 80,
            evaluate: { x in
                let (sums, data) = pass.run(x, work)
                return (sums, sums.dual / Double(max(sums.count, 1)), data)
            },
            bend: { pass.bend($0, loss) })
    }

    mutating func run() -> StopReason {
        var watch = StallWatch(patience: 12)
        record()
        for round in 1...Self.mostRounds {
            if let stop = progress.stop(before: round, at: point.value, certify: certify) {
                return stop
            }
            if watch.isStalled(progress.gap ?? .infinity) { break }
            step.slack = Self.slack * (progress.gap ?? 0)
            for _ in 0..<Self.mostSteps where !step.isSmall(point.gradient) {
                if progress.isCancelled || !step.advance(&point) { break }
            }
            record()
            if !progress.seemsDone { renew(round) }
        }
        return certify() ? .converged : .stalled(step: progress.steps)
    }

    /// The present slopes become the centre, and μ is halved down to its least.
    private mutating func renew(_ round: Int) {
        let (centre, slopes, classes) = (centre.writes, pass.slopes.writes, pass.layout.classes)
        for r in 0..<problem.examples.count {
            let label = problem.examples.label(r)
            for j in 0..<classes where j != label {
                centre[r * classes + j] = slopes[r * classes + j]
            }
        }
        let halved = Self.softness.first / Double(1 << min(round, 30))
        step = Self.step(
            problem, progress, pass, self.centre, preconditioner,
            softness: max(halved, Self.softness.least) * margin)
        point = step.point(at: point.x)
    }

    private var classifier: LinearClassifier { pass.layout.classifier(point.x) }

    private func certify() -> Bool {
        progress.certify(
            classifier, .slopes((0..<pass.slopes.count).map { Double(pass.slopes.writes[$0]) }))
    }

    private func record() {
        let count = Double(max(point.sums.count, 1))
        let (slopes, classes) = (pass.slopes.writes, pass.layout.classes)
        var sum = 0.0
        for r in 0..<problem.examples.count {
            sum -= Double(slopes[r * classes + problem.examples.label(r)])
        }
        let curved = problem.curved ?? LabelCount()
        let value = point.sums.loss / count + problem.penalty(point.x, pass.layout)
        progress.record(
            value,
            bound: lower.value(dual: margin * sum / count, gradient: point.data, of: curved),
            classifier)
    }
}
