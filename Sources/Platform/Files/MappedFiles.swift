#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif
import Synchronization

/// The files that are mapped into memory now.
///
/// Reading a page that a file no longer has, because another program shortened it, raises SIGBUS. The
/// handler puts zeros in the page's place and marks the mapping as changed; whoever reads it asks for
/// that mark and uses nothing of what it read.
@safe
enum MappedFiles {
    /// A mapping's place in the table.
    struct Slot: Sendable {
        fileprivate let index: Int

        /// Whether pages of the file were missing when they were read.
        var isChanged: Bool {
            unsafe MappedFiles.entries[index].isChanged.load(ordering: .relaxed)
        }
    }

    /// Memory from `start` to `end`; free where `start` is 0, and being filled where it is 1.
    private struct Entry: ~Copyable {
        let start = Atomic<UInt>(0)
        let end = Atomic<UInt>(0)
        let isChanged = Atomic<Bool>(false)
    }

    private static let count = 1024
    private static let pageSize = UInt(sysconf(Int32(_SC_PAGESIZE)))

    // A table of fixed size, which a signal handler can read while other threads change it.
    private nonisolated(unsafe) static let entries: UnsafeMutablePointer<Entry> = {
        let entries = UnsafeMutablePointer<Entry>.allocate(capacity: count)
        for index in 0..<count { unsafe (entries + index).initialize(to: Entry()) }
        return unsafe entries
    }()

    private static let isWatching: Bool = {
        // The handler must find them made.
        _ = (unsafe entries, pageSize)
        Signal.handleMissingPages { MappedFiles.cover($0) }
        return true
    }()

    /// Handles SIGBUS from now on.
    static func watch() { _ = isWatching }

    /// - Returns: nil where the table is full; such a mapping is not watched.
    static func add(_ start: UInt, count: Int) -> Slot? {
        watch()
        for index in 0..<Self.count {
            let isFree = unsafe entries[index].start.compareExchange(
                expected: 0, desired: 1, ordering: .acquiringAndReleasing
            ).exchanged
            guard isFree else { continue }
            unsafe entries[index].isChanged.store(false, ordering: .relaxed)
            unsafe entries[index].end.store(start + UInt(count), ordering: .relaxed)
            unsafe entries[index].start.store(start, ordering: .releasing)
            return Slot(index: index)
        }
        return nil
    }

    static func remove(_ slot: Slot) {
        unsafe entries[slot.index].start.store(0, ordering: .releasing)
    }

    /// Puts zeros in the place of a mapping's pages from an address on. Called by a signal handler.
    ///
    /// - Returns: whether the address lies in a mapping.
    private static func cover(_ address: UInt) -> Bool {
        var index = 0
        while index < count {
            let start = unsafe entries[index].start.load(ordering: .acquiring)
            let end = unsafe entries[index].end.load(ordering: .relaxed)
            if start > 1, address >= start, address < end {
                let page = address - address % pageSize
                let zeros = unsafe mmap(
                    UnsafeMutableRawPointer(bitPattern: page), Int(end - page), PROT_READ,
                    MAP_PRIVATE | MAP_ANON | MAP_FIXED, -1, 0)
                unsafe entries[index].isChanged.store(true, ordering: .relaxed)
                return unsafe zeros != MAP_FAILED
            }
            index += 1
        }
        return false
    }
}
