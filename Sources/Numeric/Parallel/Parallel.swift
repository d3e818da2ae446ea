import Platform
import Synchronization

/// Work on several threads; no other code of the program starts any.
///
/// Work is cut into pieces that do not depend on the number of threads, and each piece writes only
/// to its own places, so results are the same on any number of threads.
package enum Parallel {
    private static let limit = Atomic<Int>(0)
    private static let cores = Processors.count

    /// How many threads work at a time: the number of cores, unless it was set.
    package static var threads: Int {
        get {
            let set = limit.load(ordering: .relaxed)
            return set > 0 ? set : cores
        }
        set { limit.store(max(1, newValue), ordering: .relaxed) }
    }

    /// Whether the present work is to end soon, because its result is not wanted: pieces that have
    /// not begun are left out, and the result means nothing.
    package static var isAbandoned: Bool { Abandonment.isRequested }

    /// The same for a turn of a short loop body: looks only where `turn` is a multiple of some thousands.
    package static func isAbandoned(turn: Int) -> Bool { turn % 4096 == 0 && isAbandoned }

    /// Calls `body` with each of 0..<count, on several threads at a time, and returns when all are
    /// done. A call from within a piece of other work runs on that piece's thread alone.
    package static func forEach(_ count: Int, _ body: @escaping @Sendable (Int) -> Void) {
        let workers = min(threads, count)
        if workers > 1, ThreadPool.shared.run(count, helpers: workers - 1, body) { return }
        for index in 0..<count where !isAbandoned { body(index) }
    }
}
