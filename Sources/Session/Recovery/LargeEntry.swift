import Platform
import Synchronization

/// An entry of a journal that is too large for the next prompt to wait for: a thread of its own writes it.
final class LargeEntry: Sendable {
    /// Whether it is on the disk; nil while it is written.
    private let outcome = Mutex<Bool?>(nil)

    /// - Parameter write: says whether it has written the entry.
    init(_ write: @escaping @Sendable () -> Bool) {
        let isStarted = SystemThread.start { [self] in
            let isKept = Abandonment.disregarding(write)
            outcome.withLock { $0 = isKept }
        }
        if !isStarted {
            let isKept = write()
            outcome.withLock { $0 = isKept }
        }
    }

    /// Waits until it is written; nil where the wait is given up.
    func wait() -> Bool? {
        while true {
            if let isKept = outcome.withLock({ $0 }) { return isKept }
            if Abandonment.isRequested { return nil }
            SystemThread.pause()
        }
    }
}
