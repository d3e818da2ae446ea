import ArgumentParser
import Files

/// Writes a whole file, or says in one sentence why not, with status 1.
enum WrittenFile {
    static func write(_ text: String, to path: String, _ terminal: Terminal) throws {
        do throws(FileError) {
            try AtomicFile.write(Array(text.utf8), to: path)
        } catch {
            terminal.writeFailure(error.message, hint: error.hint)
            throw ExitCode(1)
        }
    }
}
