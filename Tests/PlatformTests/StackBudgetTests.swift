import Platform
import Synchronization
import Testing

@Suite struct StackBudgetTests {
    /// How often a function can call itself before the budget is spent.
    private static func depth(from level: Int = 0) -> Int {
        if StackBudget.isSpent { return level }
        // What is read after the call keeps the compiler from turning the recursion into a loop.
        let levels = [level, level + 1]
        let inner = depth(from: level + 1)
        return max(inner, levels[inner % 2])
    }

    @Test func `recursion ends before the stack does, and a larger stack lets it go deeper`() {
        let depths = Mutex<[Int]>([])
        for size in [1 << 20, 4 << 20] {
            SystemThread.run(stackSize: size) {
                let depth = Self.depth()
                depths.withLock { $0.append(depth) }
            }
        }
        let found = depths.withLock { $0 }
        #expect(found.count == 2)
        #expect(found[0] > 100)
        #expect(found[1] > 3 * found[0])
    }
}
