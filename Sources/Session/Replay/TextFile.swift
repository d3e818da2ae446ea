import Files
import Numeric
import Platform
package import Syntax

/// Scripts from files.
package enum TextFile {
    private static let sizeLimit = 64 << 20

    /// - Throws: one sentence on why it cannot be read; it must be UTF-8 of at most 64 MB.
    package static func read(_ path: String, parameter: String? = nil) throws(Failure) -> Source {
        let culprit = parameter.map(Failure.Culprit.parameter) ?? .statement
        if let statement = LoadCommand.statement(for: path) {
            throw Failure(
                "\(path) is a table of data, not a script",
                hint: "\(statement) is the statement that reads it", at: culprit)
        }
        let storage: ByteStorage
        do throws(SystemError) {
            storage = try ByteStorage(mapping: path)
        } catch {
            throw Failure(
                "\(path) cannot be read: \(error.reason)", hint: "check the path", at: culprit)
        }
        guard storage.count <= sizeLimit else {
            throw Failure("\(path) is larger than a script can be (64 MB)", at: culprit)
        }
        let text = unsafe storage.withBytes { bytes in
            unsafe String(validating: bytes, as: UTF8.self)
        }
        guard var text else {
            throw Failure("\(path) is not UTF-8 text", hint: "save it as UTF-8", at: culprit)
        }
        if text.unicodeScalars.first == "\u{FEFF}" { text.unicodeScalars.removeFirst() }
        return Source(name: path, text: text)
    }
}
