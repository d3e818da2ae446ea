#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A signal of the system. Everything here may be called by a signal handler.
package struct Signal: Sendable, Equatable {
    package typealias Handler = @convention(c) (Int32) -> Void

    package let number: Int32

    package init(number: Int32) { self.number = number }

    package static var interrupt: Signal { Signal(number: SIGINT) }
    package static var quit: Signal { Signal(number: SIGQUIT) }
    package static var terminalStop: Signal { Signal(number: SIGTSTP) }
    package static var continuation: Signal { Signal(number: SIGCONT) }
    package static var windowChange: Signal { Signal(number: SIGWINCH) }
    package static var termination: Signal { Signal(number: SIGTERM) }
    package static var hangUp: Signal { Signal(number: SIGHUP) }
    /// A pipe is written that nobody reads.
    package static var brokenPipe: Signal { Signal(number: SIGPIPE) }
    /// A file has reached the size that the process may write.
    package static var fileSizeLimit: Signal { Signal(number: SIGXFSZ) }
    /// What a mistake of the program ends it with; SIGBUS is ``handleMissingPages(_:)``'s.
    package static var crashes: [Signal] {
        [SIGSEGV, SIGILL, SIGFPE, SIGTRAP, SIGABRT].map(Signal.init)
    }

    /// Calls a handler when the signal comes: with `usesOwnStack` on the stack of ``makeOwnStack()``,
    /// for the program's may be used up.
    package func handle(usesOwnStack: Bool = false, _ handler: @escaping Handler) {
        var action = sigaction()
        action.sa_flags = usesOwnStack ? Int32(bitPattern: UInt32(SA_ONSTACK)) : 0
        #if canImport(Glibc)
            unsafe action.__sigaction_handler.sa_handler = handler
        #else
            unsafe action.__sigaction_u.__sa_handler = handler
        #endif
        unsafe sigaction(number, &action, nil)
    }

    package func ignore() { signal(number, SIG_IGN) }

    package func useDefault() { signal(number, SIG_DFL) }

    /// Does what the signal does where nothing handles it, even while its handler runs.
    package func raiseDefault() {
        useDefault()
        var signals = sigset_t()
        unsafe sigemptyset(&signals)
        unsafe sigaddset(&signals, number)
        unsafe pthread_sigmask(SIG_UNBLOCK, &signals, nil)
        send()
    }

    /// Sends the signal to this thread.
    package func send() { raise(number) }

    /// Keeps all signals from this thread but those that its own instructions raise.
    package static func blockAll() {
        var signals = sigset_t()
        unsafe sigfillset(&signals)
        for signal in crashes { unsafe sigdelset(&signals, signal.number) }
        unsafe sigdelset(&signals, SIGBUS)
        unsafe pthread_sigmask(SIG_BLOCK, &signals, nil)
    }

    /// Keeps all signals from this thread while work is done.
    static func blockingAll(_ body: () -> Void) {
        var signals = sigset_t()
        var before = sigset_t()
        unsafe sigfillset(&signals)
        unsafe pthread_sigmask(SIG_BLOCK, &signals, &before)
        body()
        unsafe pthread_sigmask(SIG_SETMASK, &before, nil)
    }

    /// Gives the handlers of this thread a stack that stays.
    package static func makeOwnStack() {
        let size = 1 << 16
        let memory = UnsafeMutableRawPointer.allocate(byteCount: size, alignment: 16)
        var stack = unsafe stack_t(ss_sp: memory, ss_flags: 0, ss_size: size)
        unsafe sigaltstack(&stack, nil)
    }

    /// Runs a handler's work and leaves `errno` to the code that the signal interrupted.
    package static func keepingErrno(_ body: () -> Void) {
        let kept = errno
        body()
        errno = kept
    }
}
