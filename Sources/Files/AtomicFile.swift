import Platform

/// Writes whole files or nothing: beside the old one first, and then in its place.
///
/// A link is followed, and a file keeps its permissions.
package enum AtomicFile {
    /// Ctrl-C comes in between two parts of this size.
    private static let writtenAtOnce = 4 << 20

    /// - Throws: one sentence on why it could not be written; the old file is as it was.
    package static func write(_ bytes: [UInt8], to path: String) throws(FileError) {
        let (target, old) = try target(of: path)
        do throws(SystemError) {
            // A file that may not be written is not replaced by one that may.
            if old != nil { try FileSystem.checkWritable(target) }
            try replace(target, with: bytes, permissions: old?.permissions)
        } catch {
            throw sentence(path, error)
        }
    }

    /// - Throws: one sentence on why no file of this name could be written, as far as names tell.
    static func check(_ path: String) throws(FileError) {
        _ = try target(of: path)
        if FileSystem.realPlace(of: path) == nil { throw sentence(path, .notFound) }
    }

    /// The file that a name stands for, and what is there now.
    private static func target(of path: String) throws(FileError)
        -> (path: String, old: FileStatus?)
    {
        let target: String
        let old: FileStatus?
        do throws(SystemError) {
            target = try realPath(path)
            old = try status(target)
        } catch {
            throw sentence(path, error)
        }
        if let old, old.kind != .file {
            throw FileError(
                "\(path) is \(old.kind == .folder ? "a folder" : "not a file")",
                hint: "give the name of a file")
        }
        return (target, old)
    }

    /// The file that a name stands for: links followed, a file that is not there yet as it is.
    private static func realPath(_ path: String) throws(SystemError) -> String {
        do throws(SystemError) {
            return try FileSystem.realPath(path)
        } catch {
            guard error.isNotFound || error.isAccessDenied else { throw error }
            return path
        }
    }

    /// Nil for a file that is not there yet, or that is out of reach, which writing will tell.
    private static func status(_ path: String) throws(SystemError) -> FileStatus? {
        do throws(SystemError) {
            return try FileStatus(of: path)
        } catch {
            guard error.isNotFound || error.isAccessDenied else { throw error }
            return nil
        }
    }

    private static func replace(_ target: String, with bytes: [UInt8], permissions: Int?)
        throws(SystemError)
    {
        let folder = target.lastIndex(of: "/").map { String(target[...$0]) } ?? ""
        UnfinishedFiles.clean(folder.isEmpty ? "." : folder)
        let temporary = folder + UnfinishedFiles.freshName()
        let file = try FileDescriptor(temporary, for: .creating(permissions: 0o644))
        do throws(SystemError) {
            try fill(file, with: bytes, permissions: permissions)
            try FileSystem.rename(temporary, to: target)
        } catch {
            try? FileSystem.remove(temporary)
            throw error
        }
        try? FileSystem.synchronizeFolder(folder.isEmpty ? "." : folder)
    }

    private static func fill(
        _ file: consuming FileDescriptor, with bytes: [UInt8], permissions: Int?
    ) throws(SystemError) {
        for start in stride(from: 0, to: bytes.count, by: writtenAtOnce) {
            guard !Abandonment.isRequested else { throw .interruption }
            let end = min(bytes.count, start + writtenAtOnce)
            try file.write(start == 0 && end == bytes.count ? bytes : Array(bytes[start..<end]))
            // What is on the disk already is not waited for at the end, deaf to Ctrl-C.
            if end < bytes.count { try file.synchronize() }
        }
        if let permissions { try file.setPermissions(permissions) }
        try file.synchronize()
        try file.close()
    }

    private static func sentence(_ path: String, _ error: SystemError) -> FileError {
        if path.isEmpty { return .emptyName }
        let folder = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
        if error.isNotFound {
            return FileSystem.exists(folder.isEmpty ? "/" : folder)
                ? FileError(
                    "\(path) cannot be written: \(folder) takes no files",
                    hint: "choose another folder")
                : FileError(
                    "\(path) cannot be written: there is no folder \(folder)",
                    hint: "make the folder first, or choose another")
        }
        if error.isNotAllowed {
            return FileError(
                "\(path) cannot be written: it is not allowed here", hint: "choose another folder")
        }
        if error.isDiskFull {
            return FileError(
                "\(path) cannot be written: the disk is full",
                hint: "make room, or choose another disk")
        }
        return FileError(
            "\(path) cannot be written: \(error.reason)", hint: "choose another name or folder")
    }
}
