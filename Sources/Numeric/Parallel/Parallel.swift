import Platform
import Synchronization

/// The only threads of the program.
///
/// Work is cut into pieces that do not depend on how many threads there are, and each piece writes
/// only what is its own, so results are the same on any number of threads.
package enum Parallel {
    private static let limit = Atomic<Int>(0)
    private static let cores = Processors.count

    /// How many threads work at a time; all cores unless set.
    package static var threads: Int {
        get {
            let set = limit.load(ordering: .relaxed)
            return set > 0 ? set : cores
        }
        set { limit.store(max(1, newValue), ordering: .relaxed) }
    }

    /// Work that nobody wants any more: its pieces are left out, and what it gives means nothing. May
    /// be set by a signal handler.
    package static var isAbandoned: Bool {
        get { abandoned.load(ordering: .relaxed) }
        set { abandoned.store(newValue, ordering: .relaxed) }
    }

    private static let abandoned = Atomic<Bool>(false)

    /// Calls `body` with each of 0..<count, on several threads at a time, and returns when all are
    /// done. Within a piece of other such work, it works alone.
    package static func forEach(_ count: Int, _ body: @escaping @Sendable (Int) -> Void) {
        let workers = min(threads, count)
        if workers > 1, ThreadPool.shared.run(count, helpers: workers - 1, body) { return }
        for index in 0..<count where !isAbandoned { body(index) }
    }
}

/// A value that one thread at a time sees.
package final class Guarded<Value: Sendable>: Sendable {
    private let value: Mutex<Value>

    package init(_ value: Value) { self.value = Mutex(value) }

    package func with<Result: Sendable>(_ body: (inout Value) -> Result) -> Result {
        value.withLock { value in body(&value) }
    }
}
