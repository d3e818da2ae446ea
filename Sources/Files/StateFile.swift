package import Platform

/// Files and folders of the program's own state, which nobody but their user may write.
package enum StateFile {
    /// Opens a regular file of this user's and keeps others out of it.
    ///
    /// - Throws: what the system said; `EINVAL` for a pipe or a device, `EPERM` for a file that belongs
    ///   to another user.
    package static func open(_ path: String, for purpose: FileDescriptor.Purpose)
        throws(SystemError) -> FileDescriptor
    {
        let file = try FileDescriptor(path, for: purpose)
        let status = try file.status
        guard status.kind == .file else { throw .isNoFile }
        guard status.isOwn else { throw .isNotOwn }
        if status.permissions & 0o077 != 0 { try file.setPermissions(0o600) }
        return file
    }

    /// Why state cannot be used, as a sentence ends: `it belongs to another user`.
    package static func reason(_ error: SystemError) -> String {
        switch error {
        case .isNoFile: "something else has its name"
        case .isNotOwn: "it belongs to another user"
        default: error.reason
        }
    }

    /// Makes a folder where it is missing, and keeps others out of one that is there.
    ///
    /// - Throws: what the system said; `EPERM` for a folder that belongs to another user.
    package static func makeFolder(_ path: String) throws(SystemError) {
        do throws(SystemError) {
            return try FileSystem.makeFolder(path, permissions: 0o700)
        } catch {
            let status = try FileStatus(of: path)
            guard status.kind == .folder else { throw .isNoFile }
            guard status.isOwn else { throw .isNotOwn }
            if status.permissions & 0o077 != 0 {
                try FileSystem.setPermissions(0o700, of: path)
            }
        }
    }
}
