import LineEditing
import Numeric
import Synchronization

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Ctrl-C during work: a flag that long commands look at between steps, which keep what they have.
/// A second one within a second abandons the work where it is.
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
        Parallel.isAbandoned = false
    }

    static func request() {
        TerminalSignals.noteInterrupt()
        var time = timespec()
        unsafe clock_gettime(CLOCK_MONOTONIC, &time)
        let now = Int(time.tv_sec) * 1000 + Int(time.tv_nsec) / 1_000_000
        let isSecond = now - lastRequest.exchange(now, ordering: .relaxed) < 1000
        if isRequested, isSecond { Parallel.isAbandoned = true }
        flag.store(true, ordering: .relaxed)
        everRequested.store(true, ordering: .relaxed)
    }

    /// Lets SIGINT set the flag instead of ending the process; a write to a closed pipe is an error
    /// and no signal.
    static func install() {
        var action = sigaction()
        #if canImport(Glibc)
            unsafe action.__sigaction_handler.sa_handler = { _ in Interrupt.request() }
        #else
            unsafe action.__sigaction_u.__sa_handler = { _ in Interrupt.request() }
        #endif
        unsafe sigaction(SIGINT, &action, nil)
        // A file beyond the allowed size is a failed write, and a sentence.
        signal(SIGXFSZ, SIG_IGN)
    }
}
