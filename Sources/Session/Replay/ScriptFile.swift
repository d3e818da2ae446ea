import Files
package import Syntax

/// Scripts from files.
package enum ScriptFile {
    /// - Throws: one sentence on why it cannot be read; it must be UTF-8 of at most 64 MB.
    package static func read(_ path: String, parameter: String? = nil) throws(Failure) -> Source {
        if let statement = LoadCommand.statement(for: path) {
            throw Failure(
                "\(path) is a table of data, not a script",
                hint: "\(statement) is the statement that reads it",
                at: parameter.map(Failure.Culprit.parameter) ?? .statement)
        }
        do throws(FileError) {
            return Source(name: path, text: try TextFile.read(path, as: "a script"))
        } catch {
            throw Failure(error, parameter: parameter)
        }
    }
}
