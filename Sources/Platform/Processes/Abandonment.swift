import Synchronization

/// Whether the work that is running is to be given up: it ends as soon as it can, and nothing that it
/// made is used.
///
/// Long loops of every room look here at least every few milliseconds.
package enum Abandonment {
    private static let requested = Atomic<Bool>(false)
    private static let kept = Atomic<Bool>(false)
    /// Keeps the cost of a look outside tests to the reading of two flags.
    private static let isTested = Atomic<Bool>(false)
    @TaskLocal private static var countdown: Countdown?

    /// May be set by a signal handler.
    package static var isRequested: Bool {
        get {
            requested.load(ordering: .relaxed)
                || isTested.load(ordering: .relaxed) && countdown?.isOver() == true
        }
        set { requested.store(newValue, ordering: .relaxed) }
    }

    /// Whether the running command keeps what it has done when it is asked to stop, so that only a
    /// second Ctrl-C gives its work up.
    package static var keepsWork: Bool {
        get { kept.load(ordering: .relaxed) }
        set { kept.store(newValue, ordering: .relaxed) }
    }

    /// Counts the looks of a test's thread.
    private final class Countdown: Sendable {
        private let left: Atomic<Int>

        init(_ count: Int) { left = Atomic(count) }

        func isOver() -> Bool { left.wrappingSubtract(1, ordering: .relaxed).newValue <= 0 }
    }

    /// Runs `body`, whose thread is asked to give up at its look number `look`, counted from 1.
    package static func request<Result>(atLook look: Int, _ body: () -> Result) -> Result {
        isTested.store(true, ordering: .relaxed)
        return $countdown.withValue(Countdown(look), operation: body)
    }
}
