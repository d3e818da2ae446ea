import Platform

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Writes whole files or nothing: beside the old one first, and then in its place.
///
/// A link is followed, and a file keeps its permissions.
package enum AtomicFile {
    /// - Throws: one sentence on why it could not be written; the old file is as it was.
    package static func write(_ bytes: [UInt8], to path: String) throws(FileError) {
        let target = try realPath(path)
        var status = stat()
        let exists = unsafe stat(target, &status) == 0
        if exists, status.st_mode & S_IFMT != S_IFREG {
            throw status.st_mode & S_IFMT == S_IFDIR
                ? FileError("\(path) is a folder", hint: "give the name of a file")
                : FileError("\(path) is not a file", hint: "give the name of a file")
        }
        // A file that may not be written is not replaced by one that may.
        if exists, unsafe access(target, W_OK) != 0 { throw failure(path) }
        let folder = target.lastIndex(of: "/").map { String(target[...$0]) } ?? ""
        let temporary = "\(folder).lc-\(getpid())-\(UInt32.random(in: 0...UInt32.max)).part"
        let file = unsafe open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
        guard file >= 0 else { throw failure(path) }
        let isWritten =
            write(bytes, to: file)
            && (!exists || fchmod(file, status.st_mode & 0o777) == 0) && fsync(file) == 0
        var error = isWritten ? nil : failure(path)
        if close(file) != 0, error == nil { error = failure(path) }
        if error == nil, unsafe rename(temporary, target) != 0 { error = failure(path) }
        if let error {
            unsafe unlink(temporary)
            throw error
        }
        sync(folder.isEmpty ? "." : folder)
    }

    /// The file that a name stands for: links followed, a file that is not there yet as it is.
    private static func realPath(_ path: String) throws(FileError) -> String {
        if let resolved = unsafe realpath(path, nil) {
            defer { unsafe free(resolved) }
            return unsafe String(cString: resolved)
        }
        guard errno == ENOENT || errno == EACCES else { throw failure(path) }
        return path
    }

    private static func write(_ bytes: [UInt8], to file: Int32) -> Bool {
        var written = 0
        while written < bytes.count {
            let count = unsafe bytes.withUnsafeBytes { buffer in
                unsafe systemWrite(
                    file, buffer.baseAddress.map { unsafe $0 + written }, bytes.count - written)
            }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return false }
            written += count
        }
        return true
    }

    /// Puts a folder's new names on the disk, where its file system does so.
    private static func sync(_ folder: String) {
        let file = unsafe open(folder, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { return }
        fsync(file)
        close(file)
    }

    /// The sentence for `errno`.
    private static func failure(_ path: String) -> FileError {
        let code = errno
        let folder = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
        return switch code {
        case ENOENT where unsafe access(folder.isEmpty ? "/" : folder, F_OK) == 0:
            FileError(
                "\(path) cannot be written: \(folder) takes no files",
                hint: "choose another folder")
        case ENOENT:
            FileError(
                "\(path) cannot be written: there is no folder \(folder)",
                hint: "make the folder first, or choose another")
        case EACCES, EPERM, EROFS:
            FileError(
                "\(path) cannot be written: it is not allowed here", hint: "choose another folder")
        case ENOSPC, EDQUOT:
            FileError(
                "\(path) cannot be written: the disk is full",
                hint: "make room, or choose another disk")
        default:
            FileError(
                "\(path) cannot be written: \(SystemError(code: code).reason)",
                hint: "choose another name or folder")
        }
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
