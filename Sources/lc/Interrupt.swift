import LineEditing
import Synchronization

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Ctrl-C during work: a flag that long commands look at between steps.
enum Interrupt {
    private static let flag = Atomic<Bool>(false)
    private static let everRequested = Atomic<Bool>(false)

    static var isRequested: Bool { flag.load(ordering: .relaxed) }

    /// Whether any Ctrl-C came in this process.
    static var wasRequested: Bool { everRequested.load(ordering: .relaxed) }

    static func reset() { flag.store(false, ordering: .relaxed) }

    static func request() {
        SignalFlag.set()
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
