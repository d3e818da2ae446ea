#if canImport(Glibc)
    @unsafe @preconcurrency import Glibc
#else
    @unsafe @preconcurrency import Darwin
#endif

/// Other programs, in the terminal of this one.
package enum ShellCommand {
    package enum End: Sendable, Equatable {
        /// The command's exit status; 128 and the signal's number where a signal ended it.
        case status(Int)
        /// It has stopped, alone, and can go on.
        case stopped(process: Int)
    }

    /// Has the shell run a command and waits for its end; Ctrl-C is meant for the command. Ctrl-Z stops it and
    /// this program together, which is no end.
    package static func start(_ command: String) -> End {
        leavingKeys {
            var attributes = posix_spawnattr_t()
            guard unsafe posix_spawnattr_init(&attributes) == 0 else { return .status(127) }
            defer { unsafe posix_spawnattr_destroy(&attributes) }
            var keys = sigset_t()
            unsafe sigemptyset(&keys)
            for signal in [SIGINT, SIGQUIT] { unsafe sigaddset(&keys, signal) }
            unsafe posix_spawnattr_setsigdefault(&attributes, &keys)
            unsafe posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF))
            let words: [UnsafeMutablePointer<CChar>?] = unsafe [
                strdup("sh"), strdup("-c"), strdup(command), nil,
            ]
            defer { unsafe words.forEach { unsafe free($0) } }
            var process = pid_t()
            let failure = unsafe posix_spawn(
                &process, "/bin/sh", nil, &attributes, words, environ)
            return failure == 0 ? wait(for: process) : .status(127)
        }
    }

    /// The same for a program that has nothing to come back to where it stops: it is ended.
    package static func run(_ command: String) -> Int {
        switch start(command) {
        case .status(let status): return status
        case .stopped(let process):
            kill(pid_t(process), SIGKILL)
            guard case .status(let status) = wait(for: pid_t(process)) else { return 127 }
            return status
        }
    }

    /// Has a command that has stopped go on, and waits for its end.
    package static func goOn(_ process: Int) -> End {
        leavingKeys {
            kill(pid_t(process), SIGCONT)
            return wait(for: pid_t(process))
        }
    }

    /// Ends a command that has stopped, as a shell that ends does.
    package static func hangUp(_ process: Int) {
        kill(pid_t(process), SIGHUP)
        kill(pid_t(process), SIGCONT)
    }

    /// The keys that are signals are the command's meanwhile.
    private static func leavingKeys(_ body: () -> End) -> End {
        var ignored = sigaction()
        #if canImport(Glibc)
            unsafe ignored.__sigaction_handler.sa_handler = SIG_IGN
        #else
            unsafe ignored.__sigaction_u.__sa_handler = SIG_IGN
        #endif
        var before = (sigaction(), sigaction())
        unsafe sigaction(SIGINT, &ignored, &before.0)
        unsafe sigaction(SIGQUIT, &ignored, &before.1)
        defer {
            unsafe sigaction(SIGINT, &before.0, nil)
            unsafe sigaction(SIGQUIT, &before.1, nil)
        }
        return body()
    }

    private static func wait(for process: pid_t) -> End {
        var status: Int32 = 0
        while true {
            guard unsafe waitpid(process, &status, WUNTRACED) == process else {
                if errno == EINTR { continue }
                return .status(127)
            }
            let signal = status & 0x7F
            if signal == 0 { return .status(Int(status >> 8 & 0xFF)) }
            if signal != 0x7F { return .status(128 + Int(signal)) }
            // Ctrl-Z stops this process too, and what has both go on is a SIGCONT.
            usleep(stopWait)
            if unsafe waitpid(process, &status, WCONTINUED | WNOHANG) == 0 {
                return .stopped(process: Int(process))
            }
        }
    }

    /// How long this process's own Ctrl-Z may take to come, in microseconds.
    private static let stopWait: UInt32 = 200_000

    /// A word as the shell takes it, whatever is in it.
    package static func quoted(_ word: String) -> String {
        "'"
            + word.split(separator: "'", omittingEmptySubsequences: false).joined(
                separator: "'\\''")
            + "'"
    }
}
