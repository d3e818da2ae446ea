internal import CPseudoTerminal

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A program on a pseudo-terminal: what a person types goes in, what they would see comes out.
@safe
package final class PseudoTerminal {
    private let controller: Int32
    private var process: pid_t = 0
    /// Everything the program wrote so far, without escape sequences and carriage returns.
    package private(set) var screen = ""
    /// Everything the program wrote so far.
    package var raw: String { String(decoding: bytes, as: UTF8.self) }
    private var bytes: [UInt8] = []
    private var pending: [UInt8] = []

    package init?(
        _ program: String, _ arguments: [String] = [], environment: [String], columns: UInt16 = 100
    ) {
        controller = posix_openpt(O_RDWR | O_NOCTTY)
        guard controller >= 0, grantpt(controller) == 0, unlockpt(controller) == 0 else {
            return nil
        }
        var buffer = [CChar](repeating: 0, count: 128)
        guard unsafe ptsname_r(controller, &buffer, buffer.count) == 0 else { return nil }
        let name = String(
            decoding: buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
        var size = winsize(ws_row: 40, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
        _ = unsafe ioctl(controller, UInt(TIOCSWINSZ), &size)
        var actions = unsafe posix_spawn_file_actions_t()
        unsafe posix_spawn_file_actions_init(&actions)
        // The first terminal that a session's leader opens becomes its controlling one.
        unsafe posix_spawn_file_actions_addopen(&actions, 0, name, O_RDWR, 0)
        unsafe posix_spawn_file_actions_adddup2(&actions, 0, 1)
        unsafe posix_spawn_file_actions_adddup2(&actions, 0, 2)
        unsafe posix_spawn_file_actions_addclose(&actions, controller)
        var attributes = posix_spawnattr_t()
        unsafe posix_spawnattr_init(&attributes)
        // The threads that run tests may block signals, which the program must not inherit.
        var signals = sigset_t()
        unsafe sigemptyset(&signals)
        unsafe posix_spawnattr_setsigmask(&attributes, &signals)
        let flags = Int16(lc_spawn_new_session) | Int16(POSIX_SPAWN_SETSIGMASK)
        unsafe posix_spawnattr_setflags(&attributes, flags)
        defer {
            unsafe posix_spawn_file_actions_destroy(&actions)
            unsafe posix_spawnattr_destroy(&attributes)
        }
        var words = unsafe ([program] + arguments).map { unsafe strdup($0) } + [nil]
        var variables = unsafe environment.map { unsafe strdup($0) } + [nil]
        defer { unsafe (words + variables).forEach { unsafe free($0) } }
        guard unsafe posix_spawn(&process, program, &actions, &attributes, &words, &variables) == 0
        else { return nil }
    }

    deinit {
        if process > 0 {
            kill(process, SIGKILL)
            _ = waitpid(process, nil, 0)
        }
        close(controller)
    }

    package func send(_ text: String) {
        let bytes = Array(text.utf8)
        _ = unsafe write(controller, bytes, bytes.count)
    }

    /// Reads until the text appears after what was seen before.
    ///
    /// - Returns: false when it has not come within the time.
    package func wait(for text: String, seconds: Double = 10) -> Bool {
        let deadline = ContinuousClock.now + .milliseconds(Int(seconds * 1000))
        var seen = screen.endIndex
        if let range = screen[mark...].firstRange(of: text) {
            mark = range.upperBound
            return true
        }
        while ContinuousClock.now < deadline {
            guard readMore(milliseconds: 50) else { continue }
            seen = mark
            if let range = screen[seen...].firstRange(of: text) {
                mark = range.upperBound
                return true
            }
        }
        return false
    }

    /// Where the text that was waited for last ends.
    private lazy var mark = screen.startIndex

    /// The exit status, or nil when the program does not end within the time.
    package func status(seconds: Double = 10) -> Int32? {
        let deadline = ContinuousClock.now + .milliseconds(Int(seconds * 1000))
        var status: Int32 = 0
        while ContinuousClock.now < deadline {
            _ = readMore(milliseconds: 10)
            if unsafe waitpid(process, &status, WNOHANG) == process {
                process = 0
                while readMore(milliseconds: 0) {}
                return (status >> 8) & 0xFF
            }
        }
        return nil
    }

    private func readMore(milliseconds: Int32) -> Bool {
        var request = pollfd(fd: controller, events: Int16(POLLIN), revents: 0)
        guard unsafe poll(&request, 1, milliseconds) > 0 else { return false }
        var chunk = [UInt8](repeating: 0, count: 4096)
        let count = unsafe read(controller, &chunk, chunk.count)
        guard count > 0 else { return false }
        let offset = screen.utf8.distance(from: screen.startIndex, to: mark)
        bytes += chunk[..<count]
        pending += chunk[..<count]
        screen += plain()
        mark = screen.utf8.index(screen.startIndex, offsetBy: offset)
        return true
    }

    /// The whole characters that have come, without escape sequences.
    private func plain() -> String {
        var result: [UInt8] = []
        var index = 0
        while index < pending.count {
            let byte = pending[index]
            if byte == 0x1B {
                guard index + 1 < pending.count else { break }
                var end = index + 1
                if pending[end] == UInt8(ascii: "[") {
                    end += 1
                    while end < pending.count, !(0x40...0x7E).contains(pending[end]) { end += 1 }
                    guard end < pending.count else { break }
                }
                index = end + 1
            } else {
                if byte != 13, byte != 7 { result.append(byte) }
                index += 1
            }
        }
        // An unfinished character waits for the rest of its bytes.
        var keep = result.count
        while keep > 0, result.count - keep < 3, result[keep - 1] & 0xC0 == 0x80 { keep -= 1 }
        let isWhole =
            keep == 0 || result[keep - 1] < 0x80
            || String(validating: result[(keep - 1)...], as: UTF8.self) != nil
        let end = isWhole ? result.count : keep - 1
        pending = Array(result[end...]) + pending[index...]
        return String(decoding: result[..<end], as: UTF8.self)
    }
}
