#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

extension Signal {
    /// Gives an address of memory back its pages; false where it cannot.
    typealias PageHandler = @convention(c) (UInt) -> Bool

    private nonisolated(unsafe) static var pageHandler: PageHandler?

    /// Handles SIGBUS, which reading a page without memory behind it raises: where `handler` gives it
    /// pages, the read is done again; otherwise the process ends, as it does without a handler.
    static func handleMissingPages(_ handler: @escaping PageHandler) {
        unsafe pageHandler = handler
        var action = sigaction()
        action.sa_flags = Int32(bitPattern: UInt32(SA_ONSTACK)) | Int32(SA_SIGINFO)
        #if canImport(Glibc)
            unsafe action.__sigaction_handler.sa_sigaction = { number, information, _ in
                let address = unsafe information?.pointee._sifields._sigfault.si_addr
                Signal.missPage(number, UInt(bitPattern: address))
            }
        #else
            unsafe action.__sigaction_u.__sa_sigaction = { number, information, _ in
                let address = unsafe information?.pointee.si_addr
                Signal.missPage(number, UInt(bitPattern: address))
            }
        #endif
        unsafe sigaction(SIGBUS, &action, nil)
    }

    private static func missPage(_ number: Int32, _ address: UInt) {
        let kept = errno
        let isCovered = unsafe pageHandler?(address) ?? false
        errno = kept
        if isCovered { return }
        SessionTerminal.restore()
        Signal(number: number).raiseDefault()
    }
}
