import Numeric

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Writes whole files or nothing: beside the old one first, and then in its place.
package enum AtomicFile {
    /// - Throws: one sentence on why it could not be written; the old file is as it was.
    package static func write(_ bytes: [UInt8], to path: String) throws(DatasetError) {
        var status = stat()
        if unsafe stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR {
            throw DatasetError("\(path) is a folder", hint: "give the name of a file")
        }
        let temporary = "\(path).\(getpid()).part"
        let file = unsafe open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
        guard file >= 0 else { throw failure(path) }
        var written = 0
        while written < bytes.count {
            let count = unsafe bytes.withUnsafeBytes { buffer in
                unsafe systemWrite(
                    file, buffer.baseAddress.map { unsafe $0 + written }, bytes.count - written)
            }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else {
                let error = failure(path)
                close(file)
                unsafe unlink(temporary)
                throw error
            }
            written += count
        }
        guard fsync(file) == 0, close(file) == 0, unsafe rename(temporary, path) == 0 else {
            let error = failure(path)
            unsafe unlink(temporary)
            throw error
        }
    }

    private static func failure(_ path: String) -> DatasetError {
        DatasetError(
            "\(path) cannot be written: \(SystemError(code: errno).reason)",
            hint: "check the folder and its space")
    }

    @unsafe
    private static func systemWrite(_ file: Int32, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int
    {
        #if canImport(Glibc)
            unsafe Glibc.write(file, bytes, count)
        #else
            unsafe Darwin.write(file, bytes, count)
        #endif
    }
}
