import Numeric

/// L-BFGS on the full objective (Liu and Nocedal 1989): steps along −H·g, where H is built from the
/// last few changes of the weights and the gradient, with a line search for the Wolfe conditions.
///
/// Where the penalty has |W| in it, this is OWL-QN (Andrew and Gao 2007): the steepest sub-gradient
/// takes the gradient's place, and no weight crosses zero within a step.
package struct LBFGS: Sendable {
    package var iterations: Int
    /// Ends when no slope is larger than this.
    package var tolerance: Double
    /// How many changes are remembered.
    package var history: Int

    package init(iterations: Int = 1000, tolerance: Double = 1e-4, history: Int = 10) {
        self.iterations = iterations
        self.tolerance = tolerance
        self.history = history
    }

    package func train(
        from start: LinearClassifier, objective: Objective, examples: Examples,
        validation: Examples?, observer: RunObserver = RunObserver()
    ) -> TrainingResult {
        let clock = Stopwatch()
        var problem = FlatProblem(objective: objective, examples: examples)
        var x = problem.flatten(start)
        var (loss, gradient) = problem.evaluate(x)
        var memory = Memory(capacity: history)
        var curve = [CurvePoint(step: 0, epoch: 0, loss: loss)]
        var stop = StopReason.finished
        var step = 0
        while step < iterations, Vector.largest(problem.steepest(gradient, at: x)) > tolerance {
            if observer.isCancelled() {
                stop = .interrupted(step: step)
                break
            }
            guard let next = advance(x, loss, gradient, memory, &problem) else { break }
            memory.add(Vector.difference(next.x, x), Vector.difference(next.gradient, gradient))
            (x, loss, gradient) = (next.x, next.loss, next.gradient)
            step += 1
            curve.append(CurvePoint(step: step, epoch: Double(problem.passes), loss: loss))
            let seconds = clock.seconds
            observer.report(
                RunProgress(
                    fraction: Double(step) / Double(iterations), loss: loss,
                    examplesPerSecond: Double(problem.passes * examples.count) / max(seconds, 1e-9),
                    secondsLeft: seconds / Double(step) * Double(iterations - step),
                    label: "step \(step)"))
        }
        let seconds = clock.seconds
        let classifier = problem.classifier(x)
        return TrainingResult(
            classifier: classifier, curve: curve, steps: step, seconds: seconds,
            examplesSeen: problem.passes * examples.count, stop: stop,
            train: objective.evaluate(classifier, on: examples),
            validation: validation.map { objective.evaluate(classifier, on: $0) })
    }

    private struct Point {
        var x: [Float]
        var loss: Double
        var gradient: [Float]
    }

    /// The next point, or nil where no step descends any more.
    private func advance(
        _ x: [Float], _ loss: Double, _ gradient: [Float], _ memory: Memory,
        _ problem: inout FlatProblem
    ) -> Point? {
        let steepest = problem.steepest(gradient, at: x)
        var direction = memory.direction(steepest)
        if problem.hasAbsolute {
            // Only what also goes down by the steepest sub-gradient.
            for i in direction.indices where direction[i] * steepest[i] >= 0 { direction[i] = 0 }
        }
        var slope = Vector.dot(direction, steepest)
        if slope >= 0 {
            direction = steepest.map { -$0 }
            slope = Vector.dot(direction, steepest)
        }
        let first = memory.isEmpty ? min(1, 1 / Vector.dot(steepest, steepest).squareRoot()) : 1
        return problem.hasAbsolute
            ? backtrack(x, loss, steepest, direction, slope, first, &problem)
            : search(x, loss, direction, slope, first, &problem)
    }

    /// The strong Wolfe conditions by bracketing and cubic interpolation (Nocedal and Wright,
    /// Numerical Optimization, algorithms 3.5 and 3.6).
    private func search(
        _ x: [Float], _ loss: Double, _ direction: [Float], _ slope: Double, _ first: Double,
        _ problem: inout FlatProblem
    ) -> Point? {
        typealias Trial = (length: Double, loss: Double, slope: Double)
        var low: Trial = (0, loss, slope)
        var high: Trial?
        var best: Point?
        var length = first
        // A difference below the rounding of the loss says nothing.
        let noise = 1e-9 * abs(loss)
        for _ in 0..<25 {
            let candidate = Vector.add(x, length, direction)
            let (value, gradient) = problem.evaluate(candidate)
            let trial: Trial = (length, value, Vector.dot(gradient, direction))
            let isLower =
                value.isFinite && value <= loss + 1e-4 * length * slope + noise
                && value <= low.loss + noise
            if isLower {
                best = Point(x: candidate, loss: value, gradient: gradient)
                if abs(trial.slope) <= -0.9 * slope { return best }
                if trial.slope * ((high?.length ?? .infinity) - low.length) >= 0 { high = low }
                low = trial
            } else {
                high = trial
            }
            guard let bound = high else {
                length *= 2
                continue
            }
            if abs(bound.length - low.length) < 1e-10 * max(length, 1e-10) { break }
            length = interpolate(low, bound)
        }
        return best
    }

    /// Where the cubic through two points with these slopes is least, kept off both ends.
    private func interpolate(
        _ a: (length: Double, loss: Double, slope: Double),
        _ b: (length: Double, loss: Double, slope: Double)
    ) -> Double {
        let width = b.length - a.length
        let d1 = a.slope + b.slope - 3 * (a.loss - b.loss) / (a.length - b.length)
        let square = d1 * d1 - a.slope * b.slope
        let middle = a.length + 0.5 * width
        guard square >= 0, square.isFinite else { return middle }
        let d2 = square.squareRoot() * (width > 0 ? 1 : -1)
        let place = b.length - width * (b.slope + d2 - d1) / (b.slope - a.slope + 2 * d2)
        let (low, high) = (min(a.length, b.length), max(a.length, b.length))
        let margin = 0.1 * (high - low)
        return place.isFinite ? min(max(place, low + margin), high - margin) : middle
    }

    /// OWL-QN's search: halves the step, and sets to zero what would cross it.
    private func backtrack(
        _ x: [Float], _ loss: Double, _ steepest: [Float], _ direction: [Float], _ slope: Double,
        _ first: Double, _ problem: inout FlatProblem
    ) -> Point? {
        var length = first
        for _ in 0..<30 {
            var candidate = Vector.add(x, length, direction)
            for i in candidate.indices where problem.isAbsolute(i) {
                let side = x[i] != 0 ? x[i] : -steepest[i]
                if candidate[i] * side < 0 { candidate[i] = 0 }
            }
            let (value, gradient) = problem.evaluate(candidate)
            let descent = Vector.dot(steepest, Vector.difference(candidate, x))
            if value.isFinite, value <= loss + 1e-4 * descent, candidate != x {
                return Point(x: candidate, loss: value, gradient: gradient)
            }
            length /= 2
        }
        return nil
    }
}

/// The last changes of the weights (s) and of the gradient (y).
private struct Memory {
    let capacity: Int
    private var pairs: [(s: [Float], y: [Float], product: Double)] = []

    init(capacity: Int) { self.capacity = capacity }

    var isEmpty: Bool { pairs.isEmpty }

    mutating func add(_ s: [Float], _ y: [Float]) {
        let product = Vector.dot(s, y)
        // Without curvature a pair would make H indefinite.
        guard product > 1e-10 * Vector.dot(y, y) * 1e-3, product > 0 else { return }
        if pairs.count == capacity { pairs.removeFirst() }
        pairs.append((s, y, product))
    }

    /// −H·g by the two loops.
    func direction(_ gradient: [Float]) -> [Float] {
        var q = gradient
        var factors: [Double] = []
        for pair in pairs.reversed() {
            let factor = Vector.dot(pair.s, q) / pair.product
            factors.append(factor)
            Vector.add(-factor, pair.y, to: &q)
        }
        if let last = pairs.last {
            Vector.scale(last.product / Vector.dot(last.y, last.y), &q)
        }
        for (pair, factor) in zip(pairs, factors.reversed()) {
            Vector.add(factor - Vector.dot(pair.y, q) / pair.product, pair.s, to: &q)
        }
        Vector.scale(-1, &q)
        return q
    }
}

/// The objective of W and b laid out as one list, and how often it was evaluated.
private struct FlatProblem {
    let objective: Objective
    let examples: Examples
    private let pass: Pass
    private let weights: Int
    private(set) var passes = 0

    init(objective: Objective, examples: Examples) {
        self.objective = objective
        self.examples = examples
        pass = Pass(examples)
        weights = examples.classCount * examples.dimension
    }

    private var pull: Double { objective.strength * objective.penalty.absolute }

    var hasAbsolute: Bool { pull != 0 }

    /// Whether |x[i]| is penalized.
    func isAbsolute(_ index: Int) -> Bool { index < weights || objective.regularizesBias }

    func flatten(_ classifier: LinearClassifier) -> [Float] { classifier.W.elements + classifier.b }

    func classifier(_ x: [Float]) -> LinearClassifier {
        LinearClassifier(
            W: Matrix(
                rows: examples.classCount, columns: examples.dimension,
                elements: Array(x[..<weights])),
            b: Array(x[weights...]))
    }

    /// The whole objective, and the gradient of all of it but λ|W|.
    mutating func evaluate(_ x: [Float]) -> (Double, [Float]) {
        passes += 1
        let classifier = classifier(x)
        var gradient = Gradient(classes: classifier.classes, dimension: classifier.dimension)
        let sums = pass.run(classifier, loss: objective.loss, gradient: &gradient)
        let loss = sums.loss / Double(max(sums.count, 1)) + objective.regularization(classifier)
        var flat = gradient.dW.elements + gradient.db
        let quadratic = Float(2 * objective.strength * objective.penalty.quadratic)
        if quadratic != 0 {
            let penalized = objective.regularizesBias ? x.count : weights
            var span = flat.mutableSpan
            for i in 0..<penalized { span[i] += quadratic * x[i] }
        }
        return (loss, flat)
    }

    /// The sub-gradient of least length.
    func steepest(_ gradient: [Float], at x: [Float]) -> [Float] {
        guard hasAbsolute else { return gradient }
        let pull = Float(pull)
        return gradient.indices.map { i in
            guard isAbsolute(i) else { return gradient[i] }
            if x[i] != 0 { return gradient[i] + (x[i] > 0 ? pull : -pull) }
            if gradient[i] + pull < 0 { return gradient[i] + pull }
            return gradient[i] - pull > 0 ? gradient[i] - pull : 0
        }
    }
}

/// Lists of numbers as vectors; sums run in order in double precision.
private enum Vector {
    static func dot(_ a: [Float], _ b: [Float]) -> Double {
        let (a, b) = (a.span, b.span)
        // Eight sums at a time, so that additions need not wait for each other.
        var sums = SIMD8<Double>.zero
        var i = 0
        while i + 8 <= a.count {
            for lane in 0..<8 { sums[lane] += Double(a[i + lane]) * Double(b[i + lane]) }
            i += 8
        }
        var total = sums.sum()
        while i < a.count {
            total += Double(a[i]) * Double(b[i])
            i += 1
        }
        return total
    }

    static func add(_ x: [Float], _ factor: Double, _ direction: [Float]) -> [Float] {
        var result = x
        add(factor, direction, to: &result)
        return result
    }

    static func add(_ factor: Double, _ other: [Float], to x: inout [Float]) {
        let other = other.span
        var span = x.mutableSpan
        for i in 0..<other.count { span[i] = Float(Double(span[i]) + factor * Double(other[i])) }
    }

    static func scale(_ factor: Double, _ x: inout [Float]) {
        var span = x.mutableSpan
        for i in 0..<span.count { span[i] = Float(factor * Double(span[i])) }
    }

    static func difference(_ a: [Float], _ b: [Float]) -> [Float] { zip(a, b).map { $0 - $1 } }

    static func largest(_ x: [Float]) -> Double {
        x.reduce(0) { max($0, abs(Double($1))) }
    }
}
