#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The modes of the terminal that standard input comes from: as the program found them, and while it
/// reads keys.
package enum TerminalModes {
    /// Written by the thread that edits.
    ///
    /// On the heap: Swift 6.3 gives a static `termios` 57 bytes, without its padding, and the C
    /// library writes 60.
    nonisolated(unsafe) private static let original = unsafe allocated()
    nonisolated(unsafe) private static let session = unsafe allocated()

    @unsafe
    private static func allocated() -> UnsafeMutablePointer<termios> {
        let modes = UnsafeMutablePointer<termios>.allocate(capacity: 1)
        unsafe modes.initialize(to: termios())
        return unsafe modes
    }

    /// Remembers the terminal as it is now.
    package static func remember() {
        unsafe tcgetattr(0, original)
        unsafe session.pointee = original.pointee
    }

    /// Keys come one by one, as they are, and are not shown; Ctrl-S does not hold the output back.
    /// Ctrl-C, Ctrl-Z and Ctrl-\\ are signals, which throw nothing away that was typed before, or keys
    /// among others, in their order.
    package static func setRaw(sendsSignals: Bool) {
        unsafe session.pointee = original.pointee
        unsafe session.pointee.c_iflag &= ~tcflag_t(ICRNL | INLCR | IGNCR | IXON | ISTRIP)
        unsafe session.pointee.c_lflag &= ~tcflag_t(ICANON | ECHO | ECHONL | IEXTEN | ISIG)
        unsafe session.pointee.c_lflag |= tcflag_t(sendsSignals ? ISIG | NOFLSH : 0)
        unsafe withUnsafeMutableBytes(of: &session.pointee.c_cc) { characters in
            unsafe characters[Int(VMIN)] = 1
            unsafe characters[Int(VTIME)] = 0
        }
    }

    /// Gives the terminal the modes of ``setRaw(sendsSignals:)``. May be called by a signal handler.
    package static func apply() {
        while unsafe tcsetattr(0, TCSANOW, session) < 0, errno == EINTR {}
    }

    /// Gives the terminal back as it was found. May be called by a signal handler.
    package static func restore() { unsafe tcsetattr(0, TCSANOW, original) }

    /// The bytes that are signals in the terminal as it was found.
    package static var controlKeys: ControlKeys {
        unsafe withUnsafeBytes(of: original.pointee.c_cc) { characters in
            unsafe ControlKeys(
                interrupt: characters[Int(VINTR)], suspend: characters[Int(VSUSP)],
                quit: characters[Int(VQUIT)])
        }
    }

    /// Whether the terminal is this program's now. May be called by a signal handler.
    package static var isForeground: Bool { tcgetpgrp(0) == getpgrp() }
}
