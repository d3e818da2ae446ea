import Numeric
import Platform

/// How near a solver has come: its best value with the weights that have it, and its best bound.
///
/// A search asks three things of it at a point: `record` takes what single precision tells, which is what it goes
/// by; `stop` says whether it ends there, and proves that once more by `certify` where it seems to; only what
/// `certify` has proven, in double precision, is said of the result. `proves` is all three for a solver that goes
/// by double precision alone.
package final class SolverProgress {
    let problem: ConvexProblem
    /// The relative gap at which the optimum counts as found.
    let tolerance: Double
    let observer: RunObserver
    private let clock = Stopwatch()
    private(set) var best: (value: Double, classifier: LinearClassifier)?
    /// The highest lower bound; nil where none is proven.
    private(set) var bound: Double?
    private(set) var curve: [CurvePoint] = []
    private(set) var steps = 0
    private var firstGap: Double?
    /// The columns of sparse examples as they are stored, where a solver has made them: proofs take them too.
    private var columns: SparseRows?
    private lazy var certifier = Certifier(problem, columns: columns)
    /// What is proven in double precision: the lowest value, with its weights, and the highest bound.
    private(set) var certified: (value: Double, classifier: LinearClassifier, bound: Double?)?
    /// What share of the tolerance solvers go for: less where rounding has hidden a gap from them.
    private var strictness = 1.0
    /// How often all examples have been seen.
    var passes = 0.0

    init(_ problem: ConvexProblem, tolerance: Double, observer: RunObserver) {
        self.problem = problem
        self.tolerance = tolerance
        self.observer = observer
    }

    var seconds: Double { clock.seconds }
    var isCancelled: Bool { observer.isCancelled() || Parallel.isAbandoned }

    /// How far the best value is from the optimum by sums in single precision; nil where no bound is known.
    var gap: Double? {
        guard let best, let bound else { return nil }
        return max(best.value - bound, 0)
    }

    /// The gap that solvers go for.
    var goal: Double { strictness * tolerance * abs(best?.value ?? .infinity) }

    /// Whether the optimum is found, as far as single precision tells.
    var seemsDone: Bool { gap.map { $0 <= goal } ?? false }

    /// What the search has come to: what is proven, or, of one that Ctrl-C stopped, what single precision tells
    /// where that is better.
    func found(_ stop: StopReason) -> (value: Double, classifier: LinearClassifier, bound: Double?)?
    {
        guard stop.isInterruption || certified == nil, let best,
            best.value < certified?.value ?? .infinity
        else { return certified }
        return (
            best.value, best.classifier,
            certified?.bound ?? (stop.isInterruption ? bound : nil)
        )
    }

    /// Proves in double precision what a solver has come to; true where that is the optimum. Where it is
    /// not yet, solvers go for a smaller gap from here on.
    func certify(
        _ classifier: @autoclosure () -> LinearClassifier, _ dual: @autoclosure () -> DualPoint
    ) -> Bool {
        // After Ctrl-C not even the weights are laid out for it.
        if Parallel.isAbandoned { return false }
        let classifier = classifier()
        guard let next = certifier.certify(classifier, dual()), !Parallel.isAbandoned else {
            return false
        }
        keep(next, classifier)
        if !isProven { strictness *= 0.3 }
        return isProven
    }

    /// Keeps the columns of a solver's pass for the proof, where no scaling has changed them.
    func keep(columnsOf pass: SparseCurvedPass) {
        guard pass.examples.scaling == .identity(pass.examples.dimension) else { return }
        columns = pass.columns
    }

    private func keep(_ next: Certificate, _ classifier: LinearClassifier) {
        let bound = [certified?.bound, next.bound].compactMap { $0 }.filter(\.isFinite).max()
        if let certified, certified.value <= next.value || next.value.isNaN {
            self.certified = (certified.value, certified.classifier, bound)
        } else {
            certified = (next.value, classifier, bound)
        }
    }

    private var isProven: Bool {
        guard let certified, let bound = certified.bound, certified.value.isFinite else {
            return false
        }
        return certified.value - bound <= tolerance * abs(certified.value)
    }

    /// Records a point by what is proven of it; true where that is the optimum.
    func proves(_ classifier: LinearClassifier, _ dual: DualPoint) -> Bool {
        if Parallel.isAbandoned { return false }
        guard let next = certifier.certify(classifier, dual), !Parallel.isAbandoned else {
            return false
        }
        keep(next, classifier)
        record(next.value, bound: next.bound, classifier)
        return isProven
    }

    /// Why a search ends before a step from a point of this value; nil where it goes on.
    func stop(before step: Int, at value: Double, certify: () -> Bool) -> StopReason? {
        if seemsDone, certify() { return .converged }
        if isCancelled {
            _ = certify()
            return .interrupted(step: step - 1)
        }
        guard value.isFinite else {
            return .diverged(step: step, reason: "the loss is no longer a finite number")
        }
        return nil
    }

    /// Takes the objective's value at a point and a lower bound, as far as single precision tells.
    func record(
        _ value: Double, bound: Double?, _ classifier: @autoclosure () -> LinearClassifier
    ) {
        if Parallel.isAbandoned { return }
        steps += 1
        if value.isFinite, value < best?.value ?? .infinity { best = (value, classifier()) }
        if let bound, bound.isFinite { self.bound = max(bound, self.bound ?? -.infinity) }
        curve.append(CurvePoint(step: steps, epoch: passes, loss: value))
        report()
    }

    private func report() {
        let seconds = clock.seconds
        let fraction = fraction
        observer.report(
            RunProgress(
                fraction: fraction, loss: best?.value,
                examplesPerSecond: passes * Double(problem.examples.count) / max(seconds, 1e-9),
                secondsLeft: fraction > 0 ? seconds / fraction * (1 - fraction) : 0,
                label: gap.map { "gap \(Self.short($0))" } ?? "step \(steps)"))
    }

    /// Gaps fall by factors, so the work that is done is measured on a logarithmic scale.
    private var fraction: Double {
        guard let gap, goal > 0, gap.isFinite else { return 0 }
        let first = firstGap ?? gap
        firstGap = first
        guard first > goal, gap > goal else { return 1 }
        return min(1, Elementary.log(first / gap) / Elementary.log(first / goal))
    }

    /// Two digits, as in `3.1e-4`.
    private static func short(_ value: Double) -> String {
        guard value > 0, value.isFinite else { return "0" }
        var exponent = 0
        var mantissa = value
        while mantissa >= 10 { (mantissa, exponent) = (mantissa / 10, exponent + 1) }
        while mantissa < 1 { (mantissa, exponent) = (mantissa * 10, exponent - 1) }
        let tenths = Int(clamping: (mantissa * 10).rounded(.down))
        return "\(tenths / 10).\(tenths % 10)e\(exponent)"
    }
}
