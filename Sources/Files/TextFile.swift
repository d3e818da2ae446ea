import Platform

/// Text files, read whole.
package enum TextFile {
    private static let sizeLimit = 64 << 20

    /// The text of a file in UTF-8 of at most 64 MB, without a byte order mark, or one sentence on why
    /// it cannot be read; `purpose` is what the sentence on the size calls the text: `a script`.
    package static func read(_ path: String, as purpose: String) throws(FileError) -> String {
        let storage: ByteStorage
        do throws(SystemError) {
            storage = try ByteStorage(mapping: path)
        } catch {
            throw FileError(path, error)
        }
        guard storage.count <= sizeLimit else {
            throw FileError("\(path) is larger than \(purpose) can be (64 MB)")
        }
        guard var text = try storage.reading({ storage.validText }) else {
            throw FileError("\(path) is not UTF-8 text", hint: "save it as UTF-8")
        }
        if text.unicodeScalars.first == "\u{FEFF}" { text.unicodeScalars.removeFirst() }
        return text
    }
}
