import Datasets
import Files
import LineEditing
import Platform

/// `$XDG_STATE_HOME/lc/history`: one entry a line, newlines written as `\n`, only for its owner.
///
/// Entries are appended under a lock, so that sessions side by side lose nothing. A file that has
/// grown to twice what is kept is written anew, each entry once.
struct HistoryFile {
    private let path: String?
    private static let entrySizeLimit = 1 << 20
    private static let sizeLimit = 32 << 20

    init() { path = StateFolder.make().map { $0 + "/history" } }

    /// Why nothing is kept; nil where it can be.
    var problem: String? {
        guard let path else { return StateFolder.problem }
        do throws(SystemError) {
            _ = try StateFile.open(path, for: .readingWithoutWaiting)
            return nil
        } catch {
            return error.isNotFound
                ? nil : "\(path) cannot be used: \(StateFile.reason(error)); history is not kept"
        }
    }

    /// What earlier sessions left, the oldest first.
    func entries() -> [String] {
        guard let path else { return [] }
        let lines = Self.lines(path)
        if lines.count > 2 * LineHistory.limit { rewrite(path) }
        return lines.map(Self.decoded)
    }

    /// Adds an entry. What cannot be written is not kept: a session does not depend on it.
    func append(_ entry: String) {
        guard let path, entry.utf8.count <= Self.entrySizeLimit else { return }
        try? withLock(path) { file throws(SystemError) in
            // A line that a crash left unfinished stays a line of its own.
            let end = try file.seekToEnd()
            let last = end > 0 ? try file.bytes(at: end - 1, count: 1) : []
            let text = (last == [0x0A] || end == 0 ? "" : "\n") + Self.encoded(entry) + "\n"
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
        var lines = bytes.split(separator: 0x0A)
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

    private static func encoded(_ entry: String) -> String {
        entry.map { $0 == "\\" ? "\\\\" : $0 == "\n" ? "\\n" : String($0) }.joined()
    }

    private static func decoded(_ line: String) -> String {
        guard line.utf8.contains(UInt8(ascii: "\\")) else { return line }
        var result = ""
        var isEscaped = false
        for character in line {
            if isEscaped {
                result.append(character == "n" ? "\n" : character)
                isEscaped = false
            } else if character == "\\" {
                isEscaped = true
            } else {
                result.append(character)
            }
        }
        return result
    }
}
