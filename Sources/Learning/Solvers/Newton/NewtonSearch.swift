import Numeric

/// The state of Newton's method: a point with its slopes.
struct NewtonSearch {
    private let problem: ConvexProblem
    private let progress: SolverProgress
    private let pass: any CurvedPass
    private let lower: LowerBound
    private let preconditioner: any Preconditioner
    private let loss: any CurvedLoss
    private var point: Point
    private static let mostSteps = 300

    struct Point {
        var x: [Float]
        /// The objective.
        var value: Double
        /// The gradient of the mean loss alone, and of the objective.
        var data: [Float]
        var gradient: [Float]
        /// 1/N Σ −L*.
        var dual: Double
    }

    init(_ problem: ConvexProblem, from start: LinearClassifier, _ progress: SolverProgress) {
        self.problem = problem
        self.progress = progress
        let examples = problem.examples
        pass =
            ScaledRows.keepsZeros(examples)
            ? SparseCurvedPass(examples, rows: ScaledRows.make(examples))
            : DenseCurvedPass(examples)
        lower = LowerBound(problem, pass)
        loss = problem.objective.loss.curved ?? LabelCount()
        preconditioner = Self.preconditioner(problem, pass)
        point = Point(x: [], value: .infinity, data: [], gradient: [], dual: 0)
        let zero = point(at: [Float](repeating: 0, count: pass.layout.count))
        point = point(at: pass.layout.flatten(start))
        if !(point.value < zero.value) { point = point(at: zero.x) }
    }

    private static func preconditioner(
        _ problem: ConvexProblem, _ pass: any CurvedPass
    ) -> any Preconditioner {
        let (examples, layout) = (problem.examples, pass.layout)
        let curvature =
            problem.objective.loss.curved?
            .typicalCurvature(classes: layout.classes) ?? 1
        guard !NewtonCG.takesFactor(examples) else {
            return FactorPreconditioner(
                examples, curvature: curvature, ridge: problem.quadratic,
                regularizesBias: problem.objective.regularizesBias, layout: layout)
        }
        return DiagonalPreconditioner(
            squares: meanSquares(examples, pass), curvature: curvature, ridge: problem.quadratic,
            regularizesBias: problem.objective.regularizesBias, layout: layout)
    }

    /// The means of x² of each feature, of a sample where the rows are dense.
    private static func meanSquares(_ examples: Examples, _ pass: any CurvedPass) -> [Double] {
        var squares = [Double](repeating: 0, count: examples.dimension)
        if let sparse = pass as? SparseCurvedPass {
            for d in squares.indices {
                for entry in sparse.columns.entries(ofRow: d) {
                    let value = Double(sparse.columns.values[entry])
                    squares[d] += value * value / Double(examples.count)
                }
            }
            return squares
        }
        let sample = examples.sample(512)
        for r in 0..<sample.count {
            for (d, x) in sample.scaledRow(r).enumerated() {
                squares[d] += Double(x) * Double(x) / Double(sample.count)
            }
        }
        return squares
    }

    private func point(at x: [Float]) -> Point {
        let (sums, data) = pass.evaluate(x, loss)
        progress.passes += 1
        let count = Double(max(sums.count, 1))
        var gradient = data
        let quadratic = Float(problem.quadratic)
        if quadratic != 0 {
            for i in 0..<problem.penalized(pass.layout) { gradient[i] += quadratic * x[i] }
        }
        return Point(
            x: x, value: sums.loss / count + problem.penalty(x, pass.layout), data: data,
            gradient: gradient, dual: sums.dual / count)
    }

    mutating func run() -> StopReason {
        var watch = StallWatch(patience: 8)
        for step in 1...Self.mostSteps {
            record()
            if let stop = progress.stop(before: step, at: point.value, certify: certify) {
                return stop
            }
            let slope = Vector.largest(point.gradient)
            if !problem.isPenalized, slope <= progress.tolerance { return .converged }
            let isLower = advance()
            if !isLower || watch.isStalled(progress.gap ?? slope) { break }
        }
        record()
        return certify() ? .converged : .stalled(step: progress.steps)
    }

    private var classifier: LinearClassifier { pass.layout.classifier(point.x) }

    private func certify() -> Bool { progress.certify(classifier, .weights) }

    private func record() {
        let bound = lower.value(dual: point.dual, gradient: point.data, of: loss)
        progress.record(point.value, bound: bound, classifier)
    }

    /// A Newton step; false where none lowers the value.
    private mutating func advance() -> Bool {
        let (pass, loss, progress) = (pass, loss, progress)
        let (quadratic, penalized) = (problem.quadratic, problem.penalized(pass.layout))
        let solver = ConjugateGradients(
            preconditioner: preconditioner,
            product: { v in
                progress.passes += 1
                var bent = pass.bend(v, loss)
                for i in 0..<penalized { bent[i] += Float(quadratic) * v[i] }
                return bent
            }, mostSteps: preconditioner is FactorPreconditioner ? 80 : 250,
            isCancelled: { progress.isCancelled })
        let direction = solver.direction(point.gradient) { [self] in isSmall($0) }.x
        return descend(direction)
    }

    /// Whether a gradient like this would leave a tenth of the gap that is allowed.
    private func isSmall(_ gradient: [Float]) -> Bool {
        guard quadraticGap(gradient) <= 0.1 * progress.goal else { return false }
        guard !problem.objective.regularizesBias else { return true }
        let value = abs(progress.best?.value ?? 0)
        return gradient[pass.layout.weights...].allSatisfy {
            Double(abs($0)) * value <= 0.02 * progress.goal / Double(pass.layout.classes)
        }
    }

    /// The gap that a gradient by W leaves.
    private func quadraticGap(_ gradient: [Float]) -> Double {
        guard problem.quadratic > 0 else { return .infinity }
        return Vector.dot(gradient, gradient) / (2 * problem.quadratic)
    }

    /// Goes along a direction as far as the value falls enough, at most once its length.
    private mutating func descend(_ direction: [Float]) -> Bool {
        let slope = Vector.dot(point.gradient, direction)
        guard slope < 0 else { return false }
        var length = 1.0
        for _ in 0..<30 {
            let next = point(at: Vector.add(point.x, length, direction))
            if StepRule.accepts(
                next.value, from: point.value, length: length, slope: slope,
                ahead: Vector.dot(next.gradient, direction))
            {
                point = next
                return true
            }
            if progress.isCancelled { break }
            length *= 0.4
        }
        // The slopes that are kept are again those of the point.
        point = point(at: point.x)
        return false
    }
}
