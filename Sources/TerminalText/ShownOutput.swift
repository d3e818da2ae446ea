import Platform
import Synchronization

/// The one writer of what is shown.
package enum ShownOutput {
    /// The number of the system's error that standard output ended with; 0 for none.
    private static let failure = Atomic<Int32>(0)

    /// Whether standard output is full, closed or broken, so that something was not shown.
    package static var hasFailed: Bool { failure.load(ordering: .relaxed) != 0 }

    /// Writes to standard output. Where it takes no more, standard error says so once; a pipe that
    /// nobody reads ends the program, quietly.
    package static func write(_ text: ShownText) {
        guard !hasFailed else { return }
        do throws(SystemError) {
            try StandardStream.output.write(text.encoded)
        } catch {
            if error.isBrokenPipe { Signal.brokenPipe.raiseDefault() }
            guard failure.exchange(error.code, ordering: .relaxed) == 0 else { return }
            writeError("lc: error: standard output cannot be written: \(error.reason)")
        }
    }

    /// Writes a line to standard error; what that does not take can be told nowhere.
    package static func writeError(_ text: ShownText) {
        try? StandardStream.errors.write(text.encoded + "\n")
    }
}
