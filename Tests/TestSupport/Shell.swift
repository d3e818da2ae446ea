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

    /// Runs a program to its end without showing what it writes, and returns its exit status and the most
    /// memory that it had, in bytes.
    package static func memory(of program: String, _ arguments: [String]) -> (
        status: Int32, bytes: Int
    ) {
        var actions = unsafe posix_spawn_file_actions_t()
        unsafe posix_spawn_file_actions_init(&actions)
        unsafe posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0)
        var words = unsafe ([program] + arguments).map { unsafe strdup($0) } + [nil]
        defer {
            unsafe posix_spawn_file_actions_destroy(&actions)
            unsafe words.forEach { unsafe free($0) }
        }
        var process: pid_t = 0
        var status: Int32 = -1
        guard unsafe posix_spawn(&process, program, &actions, nil, &words, environ) == 0 else {
            return (-1, 0)
        }
        #if os(macOS)
            var usage = rusage()
            while unsafe wait4(process, &status, 0, &usage) < 0 && errno == EINTR {}
            return (status, Int(usage.ru_maxrss))
        #else
            // Linux counts the memory of the process that starts another one to the usage of that one.
            var bytes = 0
            while unsafe waitpid(process, &status, WNOHANG) == 0 {
                bytes = max(bytes, peakMemory(of: process))
                usleep(2000)
            }
            return (status, bytes)
        #endif
    }

    /// The most memory that a living process has had, in bytes.
    private static func peakMemory(of process: pid_t) -> Int {
        let line = TestData.text(at: "/proc/\(process)/status").split(separator: "\n")
            .first { $0.hasPrefix("VmHWM:") }
        return (line?.split(whereSeparator: { !$0.isNumber }).first).flatMap { Int($0) }.map {
            $0 * 1024
        }
            ?? 0
    }

    /// Whether file permissions do not hold for this process.
    package static var isRoot: Bool { getuid() == 0 }
}
