import Numeric

/// The state of proximal Newton steps: a point with its slopes.
struct ProximalSearch {
    private let problem: ConvexProblem
    private let progress: SolverProgress
    private let pass: SparseCurvedPass
    private let lower: LowerBound
    private let loss: any CurvedLoss
    /// How much curvature the model has in addition, as a share of what is typical: more where steps turn
    /// out too long.
    private var damping: Float
    private let typical: [Float]
    private var point: Point
    private static let mostSteps = 500

    struct Point {
        var x: [Float]
        /// The objective.
        var value: Double
        /// The gradient of the mean loss alone.
        var data: [Float]
        /// 1/N Σ −L*.
        var dual: Double
    }

    init(_ problem: ConvexProblem, from start: LinearClassifier, _ progress: SolverProgress) {
        self.problem = problem
        self.progress = progress
        pass = SparseCurvedPass(problem.examples, rows: ScaledRows.make(problem.examples))
        progress.keep(columnsOf: pass)
        lower = LowerBound(problem, pass)
        loss = problem.curved ?? LabelCount()
        damping = 0
        let ones = AlignedBuffer<Float>(
            repeating: Float(loss.typicalCurvature(classes: pass.layout.classes)),
            count: problem.examples.count * pass.layout.classes)
        typical = pass.squaredProduct(ones)
        point = Point(x: [], value: .infinity, data: [], dual: 0)
        point = point(at: problem.begin(near: start, pass))
    }

    private func point(at x: [Float]) -> Point {
        let (sums, data) = pass.evaluate(x, loss)
        progress.passes += 1
        let count = Double(max(sums.count, 1))
        return Point(
            x: x, value: sums.loss / count + problem.penalty(x, pass.layout), data: data,
            dual: sums.dual / count)
    }

    mutating func run() -> StopReason {
        var watch = StallWatch(patience: 10)
        for step in 1...Self.mostSteps {
            record()
            if let stop = progress.stop(before: step, at: point.value, certify: certify) {
                return stop
            }
            // The model is worth more sweeps the nearer the end is.
            let isLower = advance(sweeps: min(20, 3 + step))
            let isLowerStill = step > 2 && advanceOnSupport()
            if !(isLower || isLowerStill) || watch.isStalled(progress.gap ?? point.value) { break }
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

    /// A step towards the minimum of the model; false where none lowers the value.
    private mutating func advance(sweeps: Int) -> Bool {
        var model = ProximalModel(
            problem, pass, loss: loss, at: point.x, gradient: point.data,
            curvature: meanCurvature(), damping: typical.map { $0 * damping })
        model.descend(sweeps: sweeps) { [progress] in progress.isCancelled }
        progress.passes += Double(model.sweeps)
        let direction = model.direction
        let fall = expectedFall(direction)
        guard fall < 0 else { return false }
        var length = 1.0
        for _ in 0..<30 {
            // A whole step is taken as it is, so that zeros stay exact.
            let x =
                length == 1
                ? zip(point.x, direction).map { $0 + $1 }
                : Vector.add(point.x, length, direction)
            let next = point(at: x)
            if StepRule.accepts(next.value, from: point.value, fall: length * fall) {
                point = next
                damping = length == 1 ? 0.3 * damping : damping
                return true
            }
            if progress.isCancelled { break }
            length /= 2
            damping = max(2 * damping, 1e-3)
        }
        point = point(at: point.x)
        return false
    }

    /// A Newton step of the weights other than zero alone, whose penalty has a slope; none of them crosses
    /// zero. False where it lowers nothing.
    private mutating func advanceOnSupport() -> Bool {
        let (pass, loss, progress) = (pass, loss, progress)
        let (quadratic, penalized) = (problem.quadratic, problem.penalized(pass.layout))
        let isFree = point.x.indices.map { $0 >= penalized || point.x[$0] != 0 }
        let gradient = supportGradient(point, isFree)
        let solver = ConjugateGradients(
            preconditioner: SupportPreconditioner(
                curvature: meanCurvature(), ridge: quadratic, penalized: penalized),
            product: { v in
                progress.passes += 1
                var bent = pass.bend(v, loss)
                for i in bent.indices {
                    bent[i] =
                        isFree[i] ? bent[i] + (i < penalized ? Float(quadratic) * v[i] : 0) : 0
                }
                return bent
            }, mostSteps: 30, isCancelled: { progress.isCancelled })
        let direction = solver.direction(gradient).x
        let slope = Vector.dot(gradient, direction)
        guard slope < 0 else { return false }
        var length = 1.0
        for _ in 0..<8 {
            var x = Vector.add(point.x, length, direction)
            for i in 0..<penalized where x[i] * point.x[i] < 0 { x[i] = 0 }
            let next = point(at: x)
            let ahead = Vector.dot(supportGradient(next, isFree), direction)
            if StepRule.accepts(
                next.value, from: point.value, length: length, slope: slope, ahead: ahead)
            {
                point = next
                return true
            }
            length *= 0.3
        }
        point = point(at: point.x)
        return false
    }

    /// The objective's slopes by the weights other than zero.
    private func supportGradient(_ point: Point, _ isFree: [Bool]) -> [Float] {
        let penalized = problem.penalized(pass.layout)
        let (quadratic, absolute) = (Float(problem.quadratic), Float(problem.absolute))
        return point.x.indices.map { i in
            guard isFree[i] else { return 0 }
            guard i < penalized else { return point.data[i] }
            let sign: Float = self.point.x[i] > 0 ? 1 : self.point.x[i] < 0 ? -1 : 0
            return point.data[i] + quadratic * point.x[i] + absolute * sign
        }
    }

    /// A bound of the curvature by each weight and bias.
    private func meanCurvature() -> [Float] {
        let classes = pass.layout.classes
        let diagonals = AlignedBuffer<Float>(
            repeating: 0, count: problem.examples.count * classes)
        let writes = diagonals.writes
        pass.slopes.withSpan { slopes in
            for r in 0..<problem.examples.count {
                let place = r * classes..<(r + 1) * classes
                writes.withSlice(place) {
                    loss.majorize(
                        &$0, slopes: slopes.extracting(place), label: problem.examples.label(r))
                }
            }
        }
        return pass.squaredProduct(diagonals)
    }

    /// What the objective would fall by along a direction if the loss were flat.
    private func expectedFall(_ direction: [Float]) -> Double {
        let penalized = problem.penalized(pass.layout)
        var sum = 0.0
        for i in direction.indices where direction[i] != 0 {
            let (x, step) = (Double(point.x[i]), Double(direction[i]))
            sum += Double(point.data[i]) * step
            guard i < penalized else { continue }
            sum += problem.quadratic * x * step
            sum += problem.absolute * (abs(x + step) - abs(x))
        }
        return sum
    }
}
