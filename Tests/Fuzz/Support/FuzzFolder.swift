import Files
import TestSupport

/// A folder of files for readers to read.
enum FuzzFolder {
    private static let folder = {
        let folder = TemporaryFolder.quick()
        folder.makeFolder("python")
        return folder
    }()

    static var path: String { folder.path }

    /// Writes a file.
    ///
    /// - Returns: its path.
    static func file(_ name: String, _ bytes: [UInt8]) -> String {
        folder.write(name, bytes: bytes)
        return folder.path + "/" + name
    }

    /// What a reader gives; nil where it refuses the bytes, which takes a sentence.
    static func accepted<Result>(_ read: () throws(FileError) -> Result) -> Result? {
        do throws(FileError) { return try read() } catch {
            promise(!error.message.isEmpty, "an error that says nothing")
            return nil
        }
    }
}
