#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Other programs, in the terminal of this one.
package enum ShellCommand {
    /// Has the shell run a command and waits for its end; Ctrl-C is meant for the command.
    ///
    /// - Returns: the command's exit status; 128 and the signal's number where a signal ended it.
    package static func run(_ command: String) -> Int {
        let status = unsafe system(command)
        guard status >= 0 else { return 127 }
        let signal = status & 0x7F
        return signal == 0 ? Int((status >> 8) & 0xFF) : 128 + Int(signal)
    }

    /// A word as the shell takes it, whatever is in it.
    package static func quoted(_ word: String) -> String {
        "'"
            + word.split(separator: "'", omittingEmptySubsequences: false).joined(
                separator: "'\\''")
            + "'"
    }
}
