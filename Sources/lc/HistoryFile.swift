import Session
import Syntax

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// `$XDG_STATE_HOME/lc/history`: one entry a line, newlines written as `\n`, only for its owner.
///
/// Entries are appended under a lock, so that sessions side by side lose nothing.
struct HistoryFile {
    private let path: String?
    private static let limit = 10_000

    init() {
        let state =
            Terminal.variable("XDG_STATE_HOME").flatMap { $0.hasPrefix("/") ? $0 : nil }
            ?? Terminal.variable("HOME").map { $0 + "/.local/state" }
        guard let state else {
            path = nil
            return
        }
        var folder = ""
        for part in (state + "/lc").split(separator: "/") {
            folder += "/" + part
            unsafe mkdir(folder, 0o700)
        }
        path = folder + "/history"
    }

    func entries() -> [String] {
        guard let path, let text = try? TextFile.read(path).text else { return [] }
        return text.split(separator: "\n").suffix(Self.limit).map { Self.decoded(String($0)) }
    }

    func append(_ entry: String) {
        guard let path else { return }
        let file = unsafe open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
        guard file >= 0 else { return }
        defer { close(file) }
        guard flock(file, LOCK_EX) == 0 else { return }
        let bytes = Array((Self.encoded(entry) + "\n").utf8)
        #if canImport(Glibc)
            _ = unsafe Glibc.write(file, bytes, bytes.count)
        #else
            _ = unsafe Darwin.write(file, bytes, bytes.count)
        #endif
    }

    private static func encoded(_ entry: String) -> String {
        entry.map { $0 == "\\" ? "\\\\" : $0 == "\n" ? "\\n" : String($0) }.joined()
    }

    private static func decoded(_ line: String) -> String {
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
