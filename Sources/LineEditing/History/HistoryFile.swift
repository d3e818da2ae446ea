import Files
import Platform

/// The entries of all sessions, only for their owner.
///
/// Entries are appended under a lock, so that sessions side by side lose nothing, and each of them reads
/// what the others have appended. A file that has grown to twice what is kept is written anew, each
/// entry once.
package final class HistoryFile {
    private let path: String
    /// Where in the file the entries begin that were not read yet.
    private var place = 0
    /// The file that `place` belongs to.
    private var identity: FileStatus.Identity?
    /// Entries of other sessions that were read and not asked for yet.
    private var others: [HistoryEntry] = []
    private static let entrySizeLimit = 1 << 20
    private static let sizeLimit = 32 << 20

    package init(_ path: String) { self.path = path }

    /// Why nothing is kept; nil where it can be.
    package var problem: String? {
        do throws(SystemError) {
            _ = try StateFile.open(path, for: .readingWithoutWaiting)
            return nil
        } catch {
            return error.isNotFound
                ? nil : "\(path) cannot be used: \(StateFile.reason(error)); history is not kept"
        }
    }

    /// What earlier sessions left, the oldest first.
    package func entries() -> [HistoryEntry] {
        let entries = Self.entries(path)
        if entries.count > 2 * LineHistory.limit { rewrite(path) }
        if let status = try? FileStatus(of: path) {
            (place, identity) = (status.size, status.identity)
        }
        return entries
    }

    /// What other sessions have entered since this was asked last.
    package func news() -> [HistoryEntry] {
        if let status = try? FileStatus(of: path), status.size != place,
            let file = try? StateFile.open(path, for: .readingWithoutWaiting)
        {
            readNews(file)
        }
        defer { others = [] }
        return others
    }

    private func readNews(_ file: borrowing FileDescriptor) {
        guard let status = try? file.status else { return }
        // Of a file that was written anew, nothing is new.
        let isSame = identity == nil || status.identity == identity
        if isSame, status.size > place,
            let bytes = try? file.bytes(at: place, count: min(status.size - place, 1 << 20))
        {
            others += HistoryRecords.entries(in: bytes)
        }
        (place, identity) = (status.size, status.identity)
    }

    /// Adds an entry. What cannot be written is not kept: a session does not depend on it.
    package func append(_ entry: HistoryEntry) {
        guard !entry.text.isEmpty, entry.text.utf8.count <= Self.entrySizeLimit else { return }
        try? withLock(path) { file throws(SystemError) in
            readNews(file)
            // A line that a crash left unfinished stays a line of its own.
            let end = try file.seekToEnd()
            let last = end > 0 ? try file.bytes(at: end - 1, count: 1) : []
            let text = (last == [0x0A] || end == 0 ? "" : "\n") + HistoryRecords.text(of: entry)
            try file.write(Array(text.utf8))
            place = try file.status.size
        }
    }

    private func rewrite(_ path: String) {
        try? withLock(path) { _ throws(SystemError) in
            var seen: Set<String> = []
            let kept = Self.entries(path).reversed().filter { seen.insert($0.text).inserted }
                .prefix(LineHistory.limit).reversed()
            let text = kept.map(HistoryRecords.text(of:)).joined()
            try? AtomicFile.write(Array(text.utf8), to: path)
            try FileSystem.setPermissions(0o600, of: path)
        }
    }

    /// Runs with the file open and locked. One that was written anew meanwhile is opened again.
    private func withLock(
        _ path: String, _ body: (borrowing FileDescriptor) throws(SystemError) -> Void
    ) throws(SystemError) {
        for _ in 0..<100 {
            let file = try StateFile.open(path, for: .updating(permissions: 0o600))
            try file.lock(waits: true)
            let mine = try file.status.identity
            if let now = try? FileStatus(of: path), now.identity == mine { return try body(file) }
        }
    }

    /// The last entries of the file.
    private static func entries(_ path: String) -> [HistoryEntry] {
        guard let (bytes, isWhole) = try? lastBytes(path) else { return [] }
        return HistoryRecords.entries(in: bytes, isWhole: isWhole)
    }

    private static func lastBytes(_ path: String) throws(SystemError)
        -> (bytes: [UInt8], isWhole: Bool)
    {
        let file = try StateFile.open(path, for: .readingWithoutWaiting)
        let size = try file.seekToEnd()
        let start = max(0, size - sizeLimit)
        return (try file.bytes(at: start, count: size - start), start == 0)
    }
}
