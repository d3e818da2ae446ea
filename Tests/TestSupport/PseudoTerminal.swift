internal import CPseudoTerminal
package import Platform

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
    private var undecoded: [UInt8] = []
    /// What the terminal shows now.
    package private(set) var model: ScreenModel

    package init?(
        _ program: String, _ arguments: [String] = [], environment: [String], columns: Int = 100,
        rows: Int = 40, wrapsAgain: Bool = true
    ) {
        model = ScreenModel(columns: columns, rows: rows, wrapsAgain: wrapsAgain)
        controller = posix_openpt(O_RDWR | O_NOCTTY)
        guard controller >= 0, grantpt(controller) == 0, unlockpt(controller) == 0 else {
            return nil
        }
        var buffer = [CChar](repeating: 0, count: 128)
        guard unsafe ptsname_r(controller, &buffer, buffer.count) == 0 else { return nil }
        let name = String(
            decoding: buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
        setSize(columns: columns, rows: rows)
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

    private func setSize(columns: Int, rows: Int) {
        var size = winsize(
            ws_row: UInt16(rows), ws_col: UInt16(columns), ws_xpixel: 0, ws_ypixel: 0)
        _ = unsafe ioctl(controller, UInt(TIOCSWINSZ), &size)
    }

    /// Makes the window another size, which the program hears of.
    package func resize(columns: Int, rows: Int) {
        while readMore(milliseconds: 20) {}
        model.resize(columns: columns, rows: rows)
        setSize(columns: columns, rows: rows)
    }

    /// Sends everything at once, taking what the program writes meanwhile.
    package func send(_ text: String) {
        let bytes = Array(text.utf8)
        var done = 0
        while done < bytes.count {
            var request = pollfd(fd: controller, events: Int16(POLLOUT | POLLIN), revents: 0)
            guard unsafe poll(&request, 1, 5000) > 0 else { return }
            if request.revents & Int16(POLLIN) != 0 { _ = readMore(milliseconds: 0) }
            guard request.revents & Int16(POLLOUT) != 0 else {
                if request.revents & Int16(POLLHUP) != 0 { return }
                continue
            }
            let count = min(1024, bytes.count - done)
            let written = unsafe bytes.withUnsafeBytes { buffer in
                unsafe write(controller, buffer.baseAddress.map { unsafe $0 + done }, count)
            }
            guard written > 0 else { return }
            done += written
        }
    }

    /// Types a line at a time, as a person does: Enter comes when the line stands before the cursor.
    package func type(_ text: String) {
        for line in text.split(separator: "\r", omittingEmptySubsequences: false).enumerated() {
            if line.offset > 0 {
                let before = model.beforeCursor
                send("\r")
                _ = wait(seconds: Self.patience) { $0.beforeCursor != before }
            }
            // What comes at once with Enter is a line typed ahead, which is not indented.
            settle(milliseconds: 20)
            send(String(line.element))
            waitForEcho(of: line.element)
        }
    }

    /// How many seconds an echo is waited for that may be another one: of a line that fills the window,
    /// or of one that a key changes.
    private static let patience = 1.0

    /// Waits until the end of a line stands before the cursor.
    private func waitForEcho(of line: Substring) {
        let end = line.split(whereSeparator: \.isWhitespace).last?.suffix(4) ?? ""
        guard !end.isEmpty, line.unicodeScalars.allSatisfy({ $0.value >= 0x20 }) else {
            settle(milliseconds: 20)
            return
        }
        _ = wait(seconds: Self.patience) { $0.beforeCursor.hasSuffix(end) }
    }

    /// Sends text between the marks of a paste.
    package func paste(_ text: String) { send("\u{1B}[200~\(text)\u{1B}[201~") }

    package func signal(_ signal: Signal) { kill(process, signal.number) }

    /// Reads until nothing has come for a while.
    package func settle(milliseconds: Int32 = 100) {
        while readMore(milliseconds: milliseconds) {}
    }

    /// Reads until the screen is so.
    ///
    /// - Returns: false when it has not become so within the time.
    package func wait(seconds: Double = 60, until isSo: (ScreenModel) -> Bool) -> Bool {
        let deadline = ContinuousClock.now + .milliseconds(Int(seconds * 1000))
        while !isSo(model) {
            guard ContinuousClock.now < deadline else { return false }
            _ = readMore(milliseconds: 20)
        }
        return true
    }

    /// Whether the terminal is as a shell expects it: lines, with echo.
    package var isCooked: Bool {
        var modes = termios()
        unsafe tcgetattr(controller, &modes)
        return modes.c_lflag & tcflag_t(ICANON) != 0 && modes.c_lflag & tcflag_t(ECHO) != 0
            && modes.c_iflag & tcflag_t(ICRNL) != 0
    }

    /// Reads until the text appears after what was seen before.
    ///
    /// - Returns: false when it has not come within the time.
    package func wait(for text: String, seconds: Double = 60) -> Bool {
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

    /// The signal that ended the program, or nil when it does not end so within the time.
    package func endingSignal(seconds: Double = 60) -> Signal? {
        guard status(seconds: seconds) != nil, lastStatus & 0x7F != 0 else { return nil }
        return Signal(number: lastStatus & 0x7F)
    }

    private var lastStatus: Int32 = 0

    /// The exit status, or nil when the program does not end within the time.
    package func status(seconds: Double = 60) -> Int32? {
        let deadline = ContinuousClock.now + .milliseconds(Int(seconds * 1000))
        var status: Int32 = 0
        while ContinuousClock.now < deadline {
            _ = readMore(milliseconds: 10)
            if unsafe waitpid(process, &status, WNOHANG) == process {
                process = 0
                lastStatus = status
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
        undecoded += chunk[..<count]
        show()
        screen += plain()
        mark = screen.utf8.index(screen.startIndex, offsetBy: offset)
        return true
    }

    /// Puts the whole characters that have come on the screen, and answers what the program asks.
    private func show() {
        var end = undecoded.count
        while end > 0, undecoded.count - end < 4, undecoded[end - 1] & 0xC0 == 0x80 { end -= 1 }
        if end > 0, undecoded[end - 1] >= 0xC0 {
            let first = undecoded[end - 1]
            let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
            end = undecoded.count - end + 1 == length ? undecoded.count : end - 1
        } else {
            end = undecoded.count
        }
        model.feed(String(decoding: undecoded[..<end], as: UTF8.self))
        undecoded.removeFirst(end)
        let replies = model.replies
        model.replies = ""
        if !replies.isEmpty { send(replies) }
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
                } else if pending[end] == UInt8(ascii: "]") {
                    while end < pending.count, pending[end] != 7, pending[end] != 0x1B { end += 1 }
                    if end < pending.count, pending[end] == 0x1B { end += 1 }
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
