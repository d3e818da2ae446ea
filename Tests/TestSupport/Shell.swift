import Platform

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
    package static func variable(_ name: String) -> String? { CurrentProcess.variable(name) }

    /// The most memory that any child process had that has ended, in bytes.
    package static var largestChild: Int {
        // RUSAGE_CHILDREN is −1, of a type that differs between systems.
        var usage = rusage()
        guard unsafe getrusage(-1, &usage) == 0 else { return 0 }
        #if os(macOS)
            return Int(usage.ru_maxrss)
        #else
            return Int(usage.ru_maxrss) * 1024
        #endif
    }

    /// Whether file permissions do not hold for this process.
    package static var isRoot: Bool { getuid() == 0 }
}
