import ArgumentParser
import Session
import Syntax

/// A text file, or one sentence on standard error and status 2.
enum ReadableFile {
    static func read(_ path: String, _ terminal: Terminal) throws -> Source {
        try orStatus2(terminal) { () throws(Failure) in try ScriptFile.read(path) }
    }

    static func orStatus2<Content>(
        _ terminal: Terminal, _ read: () throws(Failure) -> Content
    ) throws -> Content {
        do throws(Failure) {
            return try read()
        } catch {
            terminal.writeFailure(error.message, hint: error.hint)
            throw ExitCode(2)
        }
    }
}
