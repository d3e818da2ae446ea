#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// This process and what it was started with.
package enum CurrentProcess {
    package static var id: Int { Int(getpid()) }

    /// Ends the process at once; nothing is freed or written any more. A signal handler may call it.
    package static func end(_ status: Int32) -> Never { _exit(status) }

    /// Whether there is a process of this number on this machine.
    package static func isRunning(_ id: Int) -> Bool {
        guard let number = pid_t(exactly: id), number > 0 else { return false }
        return kill(number, 0) == 0 || errno != ESRCH
    }

    /// An environment variable's value; nil where it is not set.
    package static func variable(_ name: String) -> String? {
        unsafe getenv(name).map { unsafe String(cString: $0) }
    }
}
