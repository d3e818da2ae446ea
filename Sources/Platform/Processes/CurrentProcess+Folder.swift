#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The folder that relative paths begin in.
extension CurrentProcess {
    /// nil where it was deleted.
    package static var folder: String? {
        guard let path = unsafe getcwd(nil, 0) else { return nil }
        defer { unsafe free(path) }
        return unsafe String(validatingCString: path)
    }

    package static func changeFolder(to path: String) throws(SystemError) {
        if unsafe chdir(path) != 0 { throw .last }
    }
}
