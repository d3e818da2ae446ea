import Platform
import Synchronization

/// Entries of a journal that the next prompt does not wait for: one thread writes them, in their order.
package final class LateEntries: Sendable {
    package typealias Writing = @Sendable () -> Bool

    private struct Work: Sendable {
        var waiting: [Writing] = []
        /// Whether the entries that are finished are on the disk.
        var outcomes: [Bool] = []
        var isRunning = false
        /// Whether one was not kept, which each later one rests on.
        var hasFailed = false
    }

    private let work = Mutex(Work())

    package init() {}

    /// Adds an entry that `write` writes, and that says whether it is on the disk.
    package func add(_ write: @escaping Writing) {
        let isIdle = work.withLock { work in
            if work.hasFailed { return false }
            work.waiting.append(write)
            defer { work.isRunning = true }
            return !work.isRunning
        }
        if isIdle, !SystemThread.start({ self.run() }) { run() }
    }

    /// Whether the entries that were finished since the last call are on the disk, in their order. Behind the
    /// first that is not, there are none.
    package func takeOutcomes() -> [Bool] {
        work.withLock { work in
            defer { (work.outcomes, work.hasFailed) = ([], false) }
            return work.outcomes
        }
    }

    private func run() {
        while let write = work.withLock({ Self.next(&$0) }) {
            let isKept = Abandonment.disregarding(write)
            work.withLock { work in
                work.outcomes.append(isKept)
                guard !isKept else { return }
                (work.hasFailed, work.waiting) = (true, [])
            }
        }
    }

    private static func next(_ work: inout Work) -> Writing? {
        work.isRunning = !work.waiting.isEmpty
        return work.isRunning ? work.waiting.removeFirst() : nil
    }
}
