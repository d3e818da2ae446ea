/// Why a run ended.
package enum StopReason: Sendable, Equatable {
    /// No slope of the objective is larger than the optimizer's tolerance.
    case converged
    /// All the steps that were asked for are done.
    case limit
    /// At this step nothing lowered the loss any more, though slopes are above the tolerance.
    case stalled(step: Int)
    /// The observer asked for it, after this number of steps.
    case interrupted(step: Int)
    /// The loss grew without bound, or was no number, at this step; with `isWhole` all the steps are done,
    /// and the weights are those of the last.
    case diverged(step: Int, reason: String, isWhole: Bool = false)

    /// The word for it in records.
    package var name: String {
        switch self {
        case .converged: "converged"
        case .limit: "limit"
        case .stalled: "stalled"
        case .interrupted: "interrupted"
        case .diverged: "diverged"
        }
    }

    package var isInterruption: Bool { if case .interrupted = self { true } else { false } }

    package var isDivergence: Bool { if case .diverged = self { true } else { false } }
}
