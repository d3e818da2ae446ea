import Platform

/// Regular files that are read whole and at once; thousands of small ones are read sooner so than mapped.
package enum SmallFile {
    /// More than this is no file that is read at once.
    private static let largest = 1 << 30
    /// So little memory is taken without asking for it.
    private static let unasked = 16 << 20

    /// The bytes of a file.
    ///
    /// - Throws: also for what is no regular file, and for more memory than there is.
    package static func bytes(of path: String) throws(FileError) -> [UInt8] {
        let size: Int
        do throws(SystemError) {
            let file = try FileDescriptor(path, for: .readingWithoutWaiting)
            let status = try file.status
            guard status.kind != .folder else { throw .isFolder }
            guard status.kind == .file else { throw .isNoFile }
            size = status.size
            if size <= unasked { return try file.bytes(at: 0, count: size) }
        } catch {
            throw FileError(path, error)
        }
        guard size <= largest else {
            throw FileError(
                "\(path) has \(MemoryShortage.text(size))", hint: "check that it is the right file")
        }
        try MemoryBudget.requestForFile(size, for: path)
        do throws(SystemError) {
            return try FileDescriptor(path, for: .readingWithoutWaiting).bytes(at: 0, count: size)
        } catch {
            throw FileError(path, error)
        }
    }

    /// At most `count` bytes of a regular file's beginning; nil where it cannot be read.
    package static func beginning(of path: String, count: Int) -> [UInt8]? {
        guard FileStatus.isFile(path),
            let file = try? FileDescriptor(path, for: .readingWithoutWaiting)
        else { return nil }
        return try? file.bytes(at: 0, count: count)
    }
}
