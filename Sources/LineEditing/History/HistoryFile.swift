import Files
import Platform

/// The entries of all sessions: one a line, newlines written as `\n`, only for their owner.
///
/// Entries are appended under a lock, so that sessions side by side lose nothing. A file that has
/// grown to twice what is kept is written anew, each entry once.
package struct HistoryFile: Sendable {
    private let path: String
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
    package func entries() -> [String] {
        let lines = Self.lines(path)
        if lines.count > 2 * LineHistory.limit { rewrite(path) }
        return lines.map(Self.decoded)
    }

    /// Adds an entry. What cannot be written is not kept: a session does not depend on it.
    package func append(_ entry: String) {
        guard !entry.isEmpty, entry.utf8.count <= Self.entrySizeLimit else { return }
        try? withLock(path) { file throws(SystemError) in
            // A line that a crash left unfinished stays a line of its own.
            let end = try file.seekToEnd()
            let last = end > 0 ? try file.bytes(at: end - 1, count: 1) : []
            let text = (last == [Self.newline] || end == 0 ? "" : "\n") + Self.encoded(entry) + "\n"
            try file.write(Array(text.utf8))
        }
    }

    private func rewrite(_ path: String) {
        try? withLock(path) { _ throws(SystemError) in
            var seen: Set<String> = []
            let kept = Self.lines(path).reversed().filter { seen.insert($0).inserted }
                .prefix(LineHistory.limit).reversed()
            let text = kept.map { $0 + "\n" }.joined()
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

    /// The last lines of the file.
    private static func lines(_ path: String) -> [String] {
        guard let (bytes, isWhole) = try? lastBytes(path) else { return [] }
        var lines = bytes.split(separator: newline)
        if !isWhole, !lines.isEmpty { lines.removeFirst() }
        return lines.map { String(decoding: $0, as: UTF8.self) }
    }

    private static func lastBytes(_ path: String) throws(SystemError)
        -> (bytes: [UInt8], isWhole: Bool)
    {
        let file = try StateFile.open(path, for: .readingWithoutWaiting)
        let size = try file.seekToEnd()
        let start = max(0, size - sizeLimit)
        return (try file.bytes(at: start, count: size - start), start == 0)
    }

    // Bytes, for a mark behind a newline or a backslash is one character with it.
    private static func encoded(_ entry: String) -> String {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(entry.utf8.count)
        for byte in entry.utf8 {
            switch byte {
            case newline: bytes += [backslash, letter]
            case backslash: bytes += [backslash, backslash]
            default: bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func decoded(_ line: String) -> String {
        guard line.utf8.contains(backslash) else { return line }
        var bytes: [UInt8] = []
        var isEscaped = false
        for byte in line.utf8 {
            if isEscaped {
                bytes.append(byte == letter ? newline : byte)
                isEscaped = false
            } else if byte == backslash {
                isEscaped = true
            } else {
                bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static let newline = UInt8(ascii: "\n")
    private static let backslash = UInt8(ascii: "\\")
    private static let letter = UInt8(ascii: "n")
}
