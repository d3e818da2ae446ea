#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The system's shell.
package enum Shell {
    /// Runs a command to its end, and returns its exit status.
    @discardableResult
    package static func run(_ command: String) -> Int32 {
        let status = unsafe system(command)
        // A command that a signal ended has the shell's own number for that.
        return status & 0x7F == 0 ? (status >> 8) & 0xFF : 128 + status & 0x7F
    }

    /// The value of an environment variable; nil where it is not set.
    package static func variable(_ name: String) -> String? {
        unsafe getenv(name).map { unsafe String(cString: $0) }
    }

    /// Whether file permissions do not hold for this process.
    package static var isRoot: Bool { getuid() == 0 }
}
