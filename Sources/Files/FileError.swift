package import Platform

/// Why data could not be had or written: one sentence that names the file and the place in it.
package struct FileError: Error, Sendable, Equatable {
    package let message: String
    /// What to do about it.
    package let hint: String?
    /// The setting that names the file, where it is not the one that the request is for.
    package private(set) var setting: String?

    package init(_ message: String, hint: String? = nil) {
        self.message = message
        self.hint = hint
    }

    /// The same error of the file that a setting names.
    package func of(setting: String) -> FileError {
        var error = self
        error.setting = setting
        return error
    }

    package init(_ path: String, _ error: SystemError) {
        if path.isEmpty {
            self = .emptyName
        } else if error == .isNoFile {
            self.init(
                "\(path) cannot be read: it is a pipe or a device",
                hint: "write what it holds into a file first")
        } else {
            self.init("\(path) cannot be read: \(error.reason)", hint: "check the path")
        }
    }

    /// A name that has no letters, as of a variable that a shell does not know.
    package static let emptyName = FileError(
        "the name of the file is empty", hint: "write a name between the quotes")

    package init(_ shortage: MemoryShortage) {
        self.init(shortage.message, hint: shortage.hint)
    }
}
