#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// What a file system says of a file.
package struct FileStatus: Sendable, Equatable {
    package enum Kind: Sendable { case file, folder, other }

    /// Two paths lead to the same file where these are equal.
    package struct Identity: Sendable, Equatable {
        let device: UInt64
        let number: UInt64
    }

    package let kind: Kind
    /// Whether it belongs to the user that this process works for.
    package let isOwn: Bool
    package let size: Int
    /// The nine bits that `chmod` sets.
    package let permissions: Int
    /// In seconds since 1970.
    package let modificationTime: Int
    package let identity: Identity

    /// Of a path's file; links are followed.
    package init(of path: String) throws(SystemError) {
        self.init(try FileCalls.status(of: path))
    }

    /// Whether a path leads to a regular file.
    package static func isFile(_ path: String) -> Bool {
        (try? FileStatus(of: path))?.kind == .file
    }

    init(_ status: stat) {
        kind =
            switch status.st_mode & S_IFMT {
            case S_IFREG: .file
            case S_IFDIR: .folder
            default: .other
            }
        isOwn = status.st_uid == geteuid()
        size = Int(status.st_size)
        permissions = Int(status.st_mode & 0o777)
        #if canImport(Glibc)
            modificationTime = Int(status.st_mtim.tv_sec)
        #else
            modificationTime = Int(status.st_mtimespec.tv_sec)
        #endif
        identity = Identity(
            device: UInt64(truncatingIfNeeded: status.st_dev),
            number: UInt64(truncatingIfNeeded: status.st_ino))
    }
}
