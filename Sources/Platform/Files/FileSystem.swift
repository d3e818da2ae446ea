#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Names of files and what is done to them.
package enum FileSystem {
    package static func rename(_ old: String, to new: String) throws(SystemError) {
        try FileCalls.renameFile(old, to: new)
    }

    package static func remove(_ path: String) throws(SystemError) {
        try FileCalls.removeFile(path)
    }

    /// Removes an empty folder.
    package static func removeFolder(_ path: String) throws(SystemError) {
        try FileCalls.removeFolder(path)
    }

    package static func makeFolder(_ path: String, permissions: Int) throws(SystemError) {
        try FileCalls.makeFolder(path, permissions: permissions)
    }

    package static func setPermissions(_ permissions: Int, of path: String) throws(SystemError) {
        try FileCalls.changePermissions(of: path, to: permissions)
    }

    /// Whether a path leads to a file or a folder.
    package static func exists(_ path: String) -> Bool {
        do throws(SystemError) {
            try FileCalls.checkAccess(path, F_OK)
            return true
        } catch {
            return false
        }
    }

    /// - Throws: why this process may not write to the file.
    package static func checkWritable(_ path: String) throws(SystemError) {
        try FileCalls.checkAccess(path, W_OK)
    }

    /// The path without links.
    package static func realPath(_ path: String) throws(SystemError) -> String {
        try FileCalls.resolvePath(path)
    }

    /// The path of a file that may not be there yet: its folder without links, and its name; nil
    /// where there is no such folder.
    package static func realPlace(of path: String) -> String? {
        let end = path.lastIndex(of: "/")
        let folder = end.map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
        let name = end.map { path[path.index(after: $0)...] } ?? path[...]
        guard let real = try? realPath(folder) else { return nil }
        return real == "/" ? "/\(name)" : "\(real)/\(name)"
    }

    /// Puts a folder's new names on the disk, where its file system does so.
    package static func synchronizeFolder(_ path: String) throws(SystemError) {
        try FileDescriptor(path, for: .reading).synchronize()
    }
}
