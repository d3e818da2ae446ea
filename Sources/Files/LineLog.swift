#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A file of lines that one process appends to, locked while that process lives.
package final class LineLog {
    private let path: String
    private let file: Int32
    /// When it was last written, in seconds since 1970.
    package let time: Int

    /// Makes the file, or takes over one that nobody holds.
    ///
    /// - Returns: nil where it cannot be written or another process holds it.
    package init?(_ path: String) {
        let file = unsafe open(path, O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
        guard file >= 0 else { return nil }
        var status = stat()
        guard flock(file, LOCK_EX | LOCK_NB) == 0, unsafe fstat(file, &status) == 0 else {
            close(file)
            return nil
        }
        #if canImport(Glibc)
            time = Int(status.st_mtim.tv_sec)
        #else
            time = Int(status.st_mtimespec.tv_sec)
        #endif
        self.path = path
        self.file = file
    }

    deinit { close(file) }

    /// Puts a line on the disk before it returns.
    ///
    /// - Returns: whether it is there; a full disk loses the line and nothing else.
    package func append(_ line: String) -> Bool {
        let bytes = Array((line + "\n").utf8)
        let end = lseek(file, 0, SEEK_END)
        var done = 0
        while done < bytes.count {
            let count = unsafe bytes.withUnsafeBytes { buffer in
                unsafe write(file, buffer.baseAddress.map { unsafe $0 + done }, bytes.count - done)
            }
            guard count > 0 || errno == EINTR else {
                // Half a line would spoil the next.
                ftruncate(file, end)
                return false
            }
            done += max(count, 0)
        }
        return fsync(file) == 0
    }

    /// The whole lines; one without its newline was being written.
    package var lines: [String] {
        guard let storage = try? ByteStorage(mapping: path), storage.count > 0 else { return [] }
        let text = unsafe storage.withBytes { unsafe String(decoding: $0, as: UTF8.self) }
        return text.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
            .map(String.init)
    }

    package func remove() { unsafe unlink(path) }

    /// The names in a folder; none where there is no such folder.
    package static func names(in folder: String) -> [String] {
        guard let directory = unsafe opendir(folder) else { return [] }
        defer { unsafe closedir(directory) }
        var names: [String] = []
        while let entry = unsafe readdir(directory) {
            names.append(
                unsafe withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
                    unsafe String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
                })
        }
        return names
    }

    /// A name that no other log of a folder has.
    package static func freshName() -> String {
        "\(now)-\(getpid())-\(UInt32.random(in: 0...UInt32.max))"
    }

    /// Seconds since 1970.
    package static var now: Int {
        #if canImport(Glibc)
            Glibc.time(nil)
        #else
            Darwin.time(nil)
        #endif
    }
}
