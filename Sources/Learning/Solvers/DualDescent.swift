import Numeric
import Platform

/// Sequential dual coordinate descent for the multiclass SVM and its square (Keerthi, Sundararajan, Chang,
/// Hsieh and Lin 2008): row after row in random order, all dual variables of a row
/// exactly. Rows whose variables stay at their limits are visited less often.
///
/// W is what the dual variables make throughout (`DualWeights`): −1/(2λβN) Σ qᵢxᵢᵀ with L2, and moved towards
/// 0 where the penalty has |W| (proximal dual ascent, Shalev-Shwartz and Zhang 2014). A free b is held near its last value by a square, as another
/// feature would be, and that value is renewed after each epoch (a proximal point), so that b is free in
/// the end.
package enum DualDescent: Solver {
    package static let name = "dual"
    package static let summary = "dual coordinate descent, for svm and svm squared"

    package static func reason(for problem: ConvexProblem) -> String? {
        guard problem.objective.loss is SVM, problem.isPenalized else { return nil }
        return problem.absolute == 0
            ? "an svm with squares in the penalty has a dual of one variable a margin"
            : "the dual of an svm, of one variable a margin, has no kinks"
    }

    package static func bytes(for problem: ConvexProblem) -> Int {
        let examples = problem.examples
        guard ScaledRows.canMake(examples) else {
            return DenseCurvedPass.bytes(examples) + 4 * examples.count * examples.classCount
        }
        return SparseCurvedPass.bytes(examples, entries: ScaledRows.entries(examples))
            + 8 * ScaledRows.entries(examples) + 4 * examples.count * examples.classCount
    }

    /// The epochs that some billions of multiplications allow, or fewer where another solver can go on.
    private static func mostEpochs(_ problem: ConvexProblem) -> Int {
        let work = ScaledRows.entries(problem.examples) * problem.examples.classCount
        let isLast = InteriorPoint.reason(for: problem) == nil
        return min(isLast ? 50_000 : 4000, max(300, 2_000_000_000 / max(work, 1)))
    }

    package static func run(
        _ problem: ConvexProblem, from start: LinearClassifier, _ progress: SolverProgress
    ) -> StopReason {
        guard var state = DualState(problem) else { return .stalled(step: 0) }
        var random = SeededRandom(seed: 1, stream: .dualOrder)
        var next = 2
        var last: (epoch: Int, gap: Double)?
        for epoch in 1...mostEpochs(problem) {
            state.visit(random.permutation(problem.examples.count)) { progress.isCancelled }
            progress.passes += 1
            let isCancelled = progress.isCancelled
            guard epoch >= next || isCancelled else { continue }
            state.settle()
            let (value, bound) = state.value()
            progress.passes += 1
            progress.record(value, bound: bound, state.classifier)
            if progress.seemsDone || isCancelled,
                progress.certify(state.classifier, state.dualPoint)
            {
                return .converged
            }
            if isCancelled { return .interrupted(step: epoch) }
            let gap = progress.gap ?? .infinity
            next = epoch + wait(from: last, to: (epoch, gap), goal: progress.goal)
            last = (epoch, gap)
        }
        state.settle()
        return progress.certify(state.classifier, state.dualPoint) ? .converged : .limit
    }

    /// How many epochs to wait for the next look at the gap, as it falls.
    private static func wait(
        from last: (epoch: Int, gap: Double)?, to now: (epoch: Int, gap: Double), goal: Double
    ) -> Int {
        guard let last, now.gap < last.gap, goal > 0, now.gap.isFinite else {
            return max(2, now.epoch / 4)
        }
        let rate = Elementary.log(last.gap / now.gap) / Double(now.epoch - last.epoch)
        let left = Elementary.log(now.gap / goal) / rate
        return min(max(1, Int(clamping: (left * 0.7).rounded())), max(2, now.epoch / 2))
    }
}
