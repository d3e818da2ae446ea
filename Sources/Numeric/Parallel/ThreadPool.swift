internal import CKernels
import Dispatch
import Platform
import Synchronization

/// Threads that stay, because a training step is shorter than the time it takes to wake a thread: a
/// helper without work spins for a moment before it sleeps.
final class ThreadPool: Sendable {
    static let shared = ThreadPool()

    /// Work in pieces. A helper that comes late finds no piece left and never calls the body.
    private final class Job: Sendable {
        let count: Int
        let helpers: Int
        let body: @Sendable (Int) -> Void
        /// Whether the work is a step that its run can do without, on every thread that joins.
        private let isInStep = Abandonment.isInStep
        /// The lower half counts the pieces that were taken from the front, the upper half those
        /// from the back: workers from both sides meet in the middle. So in each of many equal jobs
        /// the same thread takes the same pieces, and finds their memory in its own cache.
        private let taken = Atomic<UInt64>(0)
        private let finished = Atomic<Int>(0)
        private let joined = Atomic<Int>(0)

        init(_ count: Int, helpers: Int, _ body: @escaping @Sendable (Int) -> Void) {
            self.count = count
            self.helpers = helpers
            self.body = body
        }

        /// What was written before is seen by those who join. The lock that the job is handed over under does
        /// that too, but the thread sanitizer does not see it.
        func publish() { joined.store(0, ordering: .releasing) }

        func join() {
            let number = joined.wrappingAdd(1, ordering: .acquiringAndReleasing).oldValue
            guard number < helpers else { return }
            guard isInStep else { return work(fromBack: number % 2 == 0) }
            Abandonment.$isInStep.withValue(true) { work(fromBack: number % 2 == 0) }
        }

        func work(fromBack: Bool) {
            let one: UInt64 = fromBack ? 1 << 32 : 1
            while true {
                let before = taken.wrappingAdd(one, ordering: .relaxed).oldValue
                let (front, back) = (Int(before & 0xFFFF_FFFF), Int(before >> 32))
                guard front + back < count else { return }
                if !Parallel.isAbandoned { body(fromBack ? count - 1 - back : front) }
                finished.wrappingAdd(1, ordering: .releasing)
            }
        }

        var isFinished: Bool { finished.load(ordering: .acquiring) == count }
    }

    private static let spins = 20_000

    private let isBusy = Atomic<Bool>(false)
    private let job = Mutex<Job?>(nil)
    /// The number of jobs so far; a change tells the helpers that there is a new job.
    private let generation = Atomic<Int>(0)
    private let sleepers = Atomic<Int>(0)
    private let alarm = DispatchSemaphore(value: 0)
    private let size = Atomic<Int>(0)

    /// Does the work and returns true, or returns false at once when the pool has other work.
    func run(_ count: Int, helpers: Int, _ body: @escaping @Sendable (Int) -> Void) -> Bool {
        guard !isBusy.exchange(true, ordering: .acquiring) else { return false }
        defer { isBusy.store(false, ordering: .releasing) }
        while size.load(ordering: .relaxed) < helpers, startHelper() {}
        let work = Job(count, helpers: helpers, body)
        work.publish()
        job.withLock { $0 = work }
        generation.wrappingAdd(1, ordering: .sequentiallyConsistent)
        for _ in 0..<sleepers.exchange(0, ordering: .sequentiallyConsistent) { alarm.signal() }
        work.work(fromBack: false)
        // Lets go of what the work holds, so that changing it later makes no copy.
        job.withLock { $0 = nil }
        var spins = 0
        while !work.isFinished { Self.pause(&spins) }
        return true
    }

    private func startHelper() -> Bool {
        guard SystemThread.start({ ThreadPool.shared.help() }) else { return false }
        size.wrappingAdd(1, ordering: .relaxed)
        return true
    }

    private func help() {
        var seen = 0
        while true {
            seen = awaitJob(after: seen)
            job.withLock { $0 }?.join()
        }
    }

    private func awaitJob(after seen: Int) -> Int {
        var spins = 0
        while true {
            let now = generation.load(ordering: .sequentiallyConsistent)
            if now != seen { return now }
            if spins < Self.spins { Self.pause(&spins) } else { sleep(unlessAfter: seen) }
        }
    }

    /// Sleeps until the next alarm; returns at once when a new job came before this helper was
    /// counted among the sleepers.
    private func sleep(unlessAfter seen: Int) {
        sleepers.wrappingAdd(1, ordering: .sequentiallyConsistent)
        if generation.load(ordering: .sequentiallyConsistent) != seen {
            var count = sleepers.load(ordering: .sequentiallyConsistent)
            while count > 0 {
                let (done, now) = sleepers.compareExchange(
                    expected: count, desired: count - 1, ordering: .sequentiallyConsistent)
                if done { return }
                count = now
            }
        }
        alarm.wait()
    }

    /// Waits for a moment; every 1024th wait lets another thread run.
    private static func pause(_ spins: inout Int) {
        spins += 1
        if spins % 1024 == 0 { SystemThread.yield() } else { lc_pause() }
    }
}
