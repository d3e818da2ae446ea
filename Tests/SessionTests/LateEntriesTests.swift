import Platform
import Session
import Synchronization
import Testing

/// Entries of a journal that a thread writes.
@Suite struct LateEntriesTests {
    private final class Written: Sendable {
        let numbers = Mutex<[Int]>([])
    }

    /// The outcomes of so many entries; fewer where they do not come.
    private func outcomes(_ late: LateEntries, _ count: Int) -> [Bool] {
        var outcomes: [Bool] = []
        for _ in 0..<5000 where outcomes.count < count {
            outcomes += late.takeOutcomes()
            SystemThread.pause()
        }
        return outcomes
    }

    @Test func `entries are written in their order`() {
        let (late, written) = (LateEntries(), Written())
        for number in 0..<50 {
            late.add {
                written.numbers.withLock { $0.append(number) }
                return true
            }
        }
        #expect(outcomes(late, 50) == [Bool](repeating: true, count: 50))
        #expect(written.numbers.withLock { $0 } == Array(0..<50))
    }

    @Test func `behind one that is not kept none is written until that is known`() {
        let (late, written) = (LateEntries(), Written())
        late.add {
            // The next one is added before this one fails.
            while written.numbers.withLock({ $0.isEmpty }) { SystemThread.pause() }
            return false
        }
        late.add {
            written.numbers.withLock { $0.append(2) }
            return true
        }
        written.numbers.withLock { $0.append(1) }
        #expect(outcomes(late, 1) == [false])
        late.add {
            written.numbers.withLock { $0.append(3) }
            return true
        }
        #expect(outcomes(late, 1) == [true])
        #expect(written.numbers.withLock { $0 } == [1, 3])
    }
}
