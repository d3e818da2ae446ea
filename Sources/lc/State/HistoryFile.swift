import Datasets
import Files
import LineEditing
import Platform

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// `$XDG_STATE_HOME/lc/history`: one entry a line, newlines written as `\n`, only for its owner.
///
/// Entries are appended under a lock, so that sessions side by side lose nothing. A file that has
/// grown to twice what is kept is written anew, each entry once.
struct HistoryFile {
    private let path: String?
    private static let entrySizeLimit = 1 << 20
    private static let sizeLimit = 32 << 20

    init() { path = StateFolder.make().map { $0 + "/history" } }

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
        withLock(path) { file in
            // A line that a crash left unfinished stays a line of its own.
            let end = lseek(file, -1, SEEK_END)
            var last: UInt8 = 0x0A
            if end >= 0 { unsafe pread(file, &last, 1, end) }
            lseek(file, 0, SEEK_END)
            let text = (last == 0x0A ? "" : "\n") + Self.encoded(entry) + "\n"
            SystemCalls.write(text, to: file)
        }
    }

    private func rewrite(_ path: String) {
        withLock(path) { _ in
            var seen: Set<String> = []
            let kept = Self.lines(path).reversed().filter { seen.insert($0).inserted }
                .prefix(LineHistory.limit).reversed()
            let text = kept.map { $0 + "\n" }.joined()
            try? AtomicFile.write(Array(text.utf8), to: path)
            unsafe chmod(path, 0o600)
        }
    }

    /// Runs with the file open and locked. One that was written anew meanwhile is opened again.
    private func withLock(_ path: String, _ body: (Int32) -> Void) {
        for _ in 0..<100 {
            let file = unsafe open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
            guard file >= 0 else { return }
            defer { close(file) }
            while flock(file, LOCK_EX) != 0 { if errno != EINTR { return } }
            var (mine, now) = (stat(), stat())
            guard unsafe fstat(file, &mine) == 0, unsafe stat(path, &now) == 0,
                mine.st_ino == now.st_ino, mine.st_dev == now.st_dev
            else { continue }
            return body(file)
        }
    }

    /// The last lines of the file.
    private static func lines(_ path: String) -> [String] {
        let file = unsafe open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { return [] }
        defer { close(file) }
        let size = Int(lseek(file, 0, SEEK_END))
        let start = max(0, size - sizeLimit)
        var bytes = [UInt8](repeating: 0, count: size - start)
        let count = unsafe pread(file, &bytes, bytes.count, off_t(start))
        var lines = bytes[..<max(0, count)].split(separator: 0x0A)
        if start > 0, !lines.isEmpty { lines.removeFirst() }
        return lines.map { String(decoding: $0, as: UTF8.self) }
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
