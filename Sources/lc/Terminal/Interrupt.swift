import Platform
import Synchronization

/// Ctrl-C during work asks for a stop: optimizers and searches give up the step that they are at and
/// keep what they have, and a second one within a second abandons the work where it is. Other commands
/// have nothing to keep: the first one abandons their work.
enum Interrupt {
    private static let everRequested = Atomic<Bool>(false)
    /// When the last one came, in milliseconds of a clock that never goes back.
    private static let lastRequest = Atomic<Int>(-10_000)

    /// When the last Ctrl-C came, in milliseconds of a clock that never goes back.
    static var latest: Int { lastRequest.load(ordering: .relaxed) }

    static var isRequested: Bool { Abandonment.isStopRequested }

    /// Whether any Ctrl-C came in this process.
    static var wasRequested: Bool { everRequested.load(ordering: .relaxed) }

    static func reset() {
        Abandonment.isStopRequested = false
        Abandonment.isRequested = false
    }

    static func request() {
        TerminalSignal.interrupt.note()
        let now = Clock.milliseconds
        let isSecond = now - lastRequest.exchange(now, ordering: .relaxed) < 1000
        if !Abandonment.keepsWork || isRequested && isSecond { Abandonment.isRequested = true }
        Abandonment.isStopRequested = true
        everRequested.store(true, ordering: .relaxed)
    }

    /// The status of a program that Ctrl-C ended.
    static let status: Int32 = 130

    /// Lets SIGINT end the program at once: while a text is read that is to be run, nothing has been done
    /// that could be kept or left half done.
    static func endsProgram() { Signal.interrupt.handle { _ in CurrentProcess.end(130) } }

    /// Lets SIGINT set the flag instead of ending the process; a write to a closed pipe is an error
    /// and no signal.
    static func install() {
        Signal.interrupt.handle { _ in Interrupt.request() }
        // A file beyond the allowed size is a failed write, and a sentence.
        Signal.fileSizeLimit.ignore()
    }
}
