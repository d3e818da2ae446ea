import Synchronization

/// A value that one thread at a time may read and change.
package final class Guarded<Value: Sendable>: Sendable {
    private let value: Mutex<Value>
    /// Orders what the lock orders once more: the thread sanitizer does not see locks of Swift's own.
    private let turn = Atomic<Bool>(false)

    package init(_ value: Value) { self.value = Mutex(value) }

    package func with<Result: Sendable>(_ body: (inout Value) -> Result) -> Result {
        value.withLock { value in
            _ = turn.load(ordering: .acquiring)
            defer { turn.store(true, ordering: .releasing) }
            return body(&value)
        }
    }
}
