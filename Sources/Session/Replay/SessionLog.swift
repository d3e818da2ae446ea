import Synchronization

/// The statements that led to a state.
///
/// A value: copies share their entries, because each state that `undo` knows keeps a copy. An append
/// to the copy with the most entries adds to what is shared; only an append after `undo` copies.
package struct SessionLog: Sendable {
    private final class Storage: Sendable {
        let entries: Mutex<[LogEntry]>

        init(_ entries: [LogEntry]) { self.entries = Mutex(entries) }
    }

    private var storage = Storage([])
    private var count = 0

    package init() {}

    package var entries: [LogEntry] { storage.entries.withLock { Array($0.prefix(count)) } }
    package var first: LogEntry? { count == 0 ? nil : storage.entries.withLock { $0.first } }

    /// The entries from a place on.
    func entries(from place: Int) -> ArraySlice<LogEntry> {
        storage.entries.withLock { $0[min(place, count)..<count] }
    }

    /// With how many of the same statements both begin.
    func commonCount(with other: SessionLog) -> Int {
        // Copies of one log have the same entries.
        if storage === other.storage { return min(count, other.count) }
        return zip(entries, other.entries).prefix { $0.source == $1.source }.count
    }

    mutating func append(_ added: [LogEntry]) {
        let (shared, isNewest) = storage.entries.withLock { entries in
            guard entries.count == count else { return (Array(entries.prefix(count)), false) }
            entries += added
            return ([], true)
        }
        if !isNewest { storage = Storage(shared + added) }
        count += added.count
    }
}
