import Platform
import Synchronization

/// Ctrl-C during work: a flag that optimizers and searches look at between steps; they keep what they
/// have, and a second one within a second abandons the work where it is. Other commands have nothing
/// to keep: the first one abandons their work.
enum Interrupt {
    private static let flag = Atomic<Bool>(false)
    private static let everRequested = Atomic<Bool>(false)
    /// When the last one came, in milliseconds of a clock that never goes back.
    private static let lastRequest = Atomic<Int>(-10_000)

    static var isRequested: Bool { flag.load(ordering: .relaxed) }

    /// Whether any Ctrl-C came in this process.
    static var wasRequested: Bool { everRequested.load(ordering: .relaxed) }

    static func reset() {
        flag.store(false, ordering: .relaxed)
        Abandonment.isRequested = false
    }

    static func request() {
        TerminalSignal.interrupt.note()
        let now = Clock.milliseconds
        let isSecond = now - lastRequest.exchange(now, ordering: .relaxed) < 1000
        if !Abandonment.keepsWork || isRequested && isSecond { Abandonment.isRequested = true }
        flag.store(true, ordering: .relaxed)
        everRequested.store(true, ordering: .relaxed)
    }

    /// Lets SIGINT set the flag instead of ending the process; a write to a closed pipe is an error
    /// and no signal.
    static func install() {
        Signal.interrupt.handle { _ in Interrupt.request() }
        // A file beyond the allowed size is a failed write, and a sentence.
        Signal.fileSizeLimit.ignore()
    }
}
