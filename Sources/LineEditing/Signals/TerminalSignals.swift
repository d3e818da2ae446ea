import Platform
import Synchronization

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// What signals do to a session in a terminal.
///
/// Handlers only note a signal in a pipe, which wakes whoever reads keys, or put the terminal back
/// as it was before the process stops or ends. A crash does that too.
package enum TerminalSignals {
    /// Signals that a line editor takes as keys.
    private static let codes: [(code: UInt8, event: TerminalInput.Event)] = [
        (1, .interrupt), (2, .resize), (3, .suspend), (4, .resume),
    ]

    /// The pipe's ends. Written once, before any handler is installed.
    nonisolated(unsafe) private static var pipeEnds: (reader: Int32, writer: Int32) = (-1, -1)
    /// The terminal's modes before the session, and during it. Written by the thread that edits.
    ///
    /// On the heap: Swift 6.3 gives a static `termios` 57 bytes, without its padding, and the C
    /// library writes 60.
    nonisolated(unsafe) private static let original = UnsafeMutablePointer<termios>.allocate(
        capacity: 1)
    nonisolated(unsafe) private static let session = UnsafeMutablePointer<termios>.allocate(
        capacity: 1)
    private static let isRaw = Atomic<Bool>(false)
    private static let marksPastes = Atomic<Bool>(false)
    private static let editing = Atomic<Bool>(false)

    /// While keys are read, the editor stops the process itself, after it has left the line.
    private static var isEditing: Bool {
        get { editing.load(ordering: .relaxed) }
        set { editing.store(newValue, ordering: .relaxed) }
    }

    static var reader: Int32 { unsafe pipeEnds.reader }

    /// Notes Ctrl-C for whoever reads keys. May be called by a signal handler.
    package static func noteInterrupt() { note(1) }

    private static func note(_ code: UInt8) {
        var code = code
        let kept = errno
        #if canImport(Glibc)
            _ = unsafe Glibc.write(pipeEnds.writer, &code, 1)
        #else
            _ = unsafe Darwin.write(pipeEnds.writer, &code, 1)
        #endif
        errno = kept
    }

    /// Remembers the terminal as it is now, and takes every signal but SIGINT.
    static func install() {
        guard unsafe pipeEnds.reader < 0 else { return }
        var ends: [Int32] = [-1, -1]
        guard unsafe pipe(&ends) == 0 else { return }
        for end in ends {
            _ = fcntl(end, F_SETFL, fcntl(end, F_GETFL) | O_NONBLOCK)
            _ = fcntl(end, F_SETFD, FD_CLOEXEC)
        }
        unsafe pipeEnds = (ends[0], ends[1])
        unsafe original.initialize(to: termios())
        unsafe session.initialize(to: termios())
        unsafe tcgetattr(0, original)
        unsafe session.pointee = original.pointee
        on(SIGWINCH) { _ in TerminalSignals.note(2) }
        on(SIGTSTP) { _ in TerminalSignals.suspended() }
        on(SIGCONT) { _ in TerminalSignals.resumed() }
        for signal in [SIGTERM, SIGHUP, SIGQUIT] { on(signal) { TerminalSignals.ended($0) } }
        installCrashHandlers()
    }

    private static func on(
        _ signal: Int32, flags: Int32 = 0, _ handler: @escaping @convention(c) (Int32) -> Void
    ) {
        var action = sigaction()
        action.sa_flags = flags
        #if canImport(Glibc)
            unsafe action.__sigaction_handler.sa_handler = handler
        #else
            unsafe action.__sigaction_u.__sa_handler = handler
        #endif
        unsafe sigaction(signal, &action, nil)
    }

    /// A crash restores the terminal, on a stack of its own, for the program's may be used up.
    private static func installCrashHandlers() {
        let size = 1 << 16
        let memory = UnsafeMutableRawPointer.allocate(byteCount: size, alignment: 16)
        var stack = unsafe stack_t(ss_sp: memory, ss_flags: 0, ss_size: size)
        unsafe sigaltstack(&stack, nil)
        for signal in [SIGSEGV, SIGBUS, SIGILL, SIGFPE, SIGTRAP, SIGABRT] {
            on(signal, flags: Int32(bitPattern: UInt32(SA_ONSTACK))) { TerminalSignals.ended($0) }
        }
    }

    // MARK: - The terminal's modes

    /// Keys come one by one, as they are, and are not shown; Ctrl-S does not hold the output back.
    ///
    /// - Parameter isEditing: Ctrl-C, Ctrl-Z and Ctrl-\\ are keys among others, in their order; while
    ///   commands run they are signals, which throw nothing away that was typed before.
    static func makeRaw(isEditing: Bool) {
        unsafe session.pointee = original.pointee
        unsafe session.pointee.c_iflag &= ~tcflag_t(ICRNL | INLCR | IGNCR | IXON | ISTRIP)
        unsafe session.pointee.c_lflag &= ~tcflag_t(ICANON | ECHO | ECHONL | IEXTEN | ISIG)
        unsafe session.pointee.c_lflag |= tcflag_t(isEditing ? 0 : ISIG | NOFLSH)
        unsafe withUnsafeMutableBytes(of: &session.pointee.c_cc) { characters in
            unsafe characters[Int(VMIN)] = 1
            unsafe characters[Int(VTIME)] = 0
        }
        Self.isEditing = isEditing
        isRaw.store(true, ordering: .relaxed)
        apply()
    }

    /// What a byte means that the terminal would make a signal of.
    static func key(_ byte: UInt8) -> TerminalInput.Event? {
        unsafe withUnsafeBytes(of: original.pointee.c_cc) { characters in
            let index = [VINTR, VSUSP, VQUIT].first { unsafe characters[Int($0)] == byte }
            switch index {
            case VINTR: return .interrupt
            case VSUSP: return .suspend
            case VQUIT:
                raise(SIGQUIT)
                return .interrupt
            default: return nil
            }
        }
    }

    /// Asks the terminal to mark what is pasted.
    static func markPastes() {
        marksPastes.store(true, ordering: .relaxed)
        writeMark(on: true)
    }

    /// Gives the terminal back as it was.
    static func restore() {
        guard isRaw.exchange(false, ordering: .relaxed) else { return }
        if marksPastes.load(ordering: .relaxed) { writeMark(on: false) }
        unsafe tcsetattr(0, TCSANOW, original)
    }

    /// May be called by a signal handler.
    private static func apply() {
        while unsafe tcsetattr(0, TCSANOW, session) < 0, errno == EINTR {}
    }

    private static func writeMark(on: Bool) {
        let text: StaticString = on ? "\u{1B}[?2004h" : "\u{1B}[?2004l"
        #if canImport(Glibc)
            _ = unsafe Glibc.write(1, text.utf8Start, text.utf8CodeUnitCount)
        #else
            _ = unsafe Darwin.write(1, text.utf8Start, text.utf8CodeUnitCount)
        #endif
    }

    // MARK: - Handlers

    private static func suspended() {
        if isEditing { note(3) } else { stop() }
    }

    /// Gives the terminal back and stops; when the process goes on, SIGCONT's handler takes it again.
    static func stop() {
        let kept = errno
        let wasRaw = isRaw.load(ordering: .relaxed)
        restore()
        isRaw.store(wasRaw, ordering: .relaxed)
        var signals = sigset_t()
        unsafe sigemptyset(&signals)
        unsafe sigaddset(&signals, SIGTSTP)
        signal(SIGTSTP, SIG_DFL)
        unsafe pthread_sigmask(SIG_UNBLOCK, &signals, nil)
        raise(SIGTSTP)
        on(SIGTSTP) { _ in TerminalSignals.suspended() }
        errno = kept
    }

    private static func resumed() {
        let kept = errno
        // In the background the terminal is not ours; the next line takes it.
        if isRaw.load(ordering: .relaxed), tcgetpgrp(0) == getpgrp() {
            apply()
            if marksPastes.load(ordering: .relaxed) { writeMark(on: true) }
        }
        note(4)
        errno = kept
    }

    private static func ended(_ number: Int32) {
        restore()
        signal(number, SIG_DFL)
        var signals = sigset_t()
        unsafe sigemptyset(&signals)
        unsafe sigaddset(&signals, number)
        unsafe pthread_sigmask(SIG_UNBLOCK, &signals, nil)
        raise(number)
    }

    // MARK: - Reading

    /// What was noted first and not yet taken.
    static func take() -> TerminalInput.Event? {
        var code: UInt8 = 0
        guard unsafe SystemCalls.read(pipeEnds.reader, &code, 1) == 1 else { return nil }
        return codes.first { $0.code == code }?.event
    }

    static func discard() { while take() != nil {} }

    /// Takes away what `keeps` does not keep.
    private static func discard(except keeps: (TerminalInput.Event) -> Bool) {
        var kept: [UInt8] = []
        while let event = take() {
            if keeps(event), let code = codes.first(where: { $0.event == event })?.code {
                kept.append(code)
            }
        }
        kept.forEach(note)
    }

    /// Several Ctrl-C for one line are one.
    static func discardInterrupts() { discard { $0 != .interrupt } }

    /// The editor has stopped the process itself, and goes on.
    static func discardResumption() { discard { $0 != .resume } }
}
