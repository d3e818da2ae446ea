#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The only door to the system's calls on files, one function a call; each asks ``FaultInjection``
/// before it does its work.
enum FileCalls {
    private static func check(_ call: () -> Int32) throws(SystemError) -> Int32 {
        try FaultInjection.check()
        let result = call()
        guard result >= 0 else { throw .last }
        return result
    }

    /// The same for a call that takes a path. The system would take the name of another file for one that holds
    /// a byte 0: what stands before it.
    private static func check(_ path: String, _ call: () -> Int32) throws(SystemError) -> Int32 {
        if path.utf8.contains(0) { throw .noName }
        return try check(call)
    }

    static func openFile(_ path: String, _ flags: Int32, permissions: Int) throws(SystemError)
        -> Int32
    {
        try check(path) { unsafe open(path, flags | O_CLOEXEC, mode_t(permissions)) }
    }

    /// Closes the file even where a fault is injected: the number is free afterwards.
    static func closeFile(_ file: Int32) throws(SystemError) {
        let result = close(file)
        let error = SystemError.last
        try FaultInjection.check()
        if result < 0 { throw error }
    }

    @unsafe
    static func readBytes(_ file: Int32, _ buffer: UnsafeMutableRawBufferPointer)
        throws(SystemError) -> Int
    {
        try FaultInjection.check()
        #if canImport(Glibc)
            let count = unsafe Glibc.read(file, buffer.baseAddress, buffer.count)
        #else
            let count = unsafe Darwin.read(file, buffer.baseAddress, buffer.count)
        #endif
        guard count >= 0 else { throw .last }
        return count
    }

    @unsafe
    static func readBytes(_ file: Int32, _ buffer: UnsafeMutableRawBufferPointer, at offset: Int)
        throws(SystemError) -> Int
    {
        try FaultInjection.check()
        let count = unsafe pread(file, buffer.baseAddress, buffer.count, off_t(offset))
        guard count >= 0 else { throw .last }
        return count
    }

    @unsafe
    static func writeBytes(_ file: Int32, _ bytes: UnsafeRawBufferPointer) throws(SystemError)
        -> Int
    {
        try FaultInjection.check()
        let size = min(bytes.count, FaultInjection.longestWrite)
        #if canImport(Glibc)
            let count = unsafe Glibc.write(file, bytes.baseAddress, size)
        #else
            let count = unsafe Darwin.write(file, bytes.baseAddress, size)
        #endif
        guard count >= 0 else { throw .last }
        return count
    }

    /// The new place, counted from the file's beginning.
    static func seekToEnd(_ file: Int32) throws(SystemError) -> Int {
        try FaultInjection.check()
        let place = lseek(file, 0, SEEK_END)
        guard place >= 0 else { throw .last }
        return Int(place)
    }

    static func synchronizeFile(_ file: Int32) throws(SystemError) { _ = try check { fsync(file) } }

    static func truncateFile(_ file: Int32, to size: Int) throws(SystemError) {
        _ = try check { ftruncate(file, off_t(size)) }
    }

    static func lockFile(_ file: Int32, waits: Bool) throws(SystemError) {
        _ = try check { flock(file, waits ? LOCK_EX : LOCK_EX | LOCK_NB) }
    }

    static func changePermissions(of file: Int32, to permissions: Int) throws(SystemError) {
        _ = try check { fchmod(file, mode_t(permissions)) }
    }

    static func changePermissions(of path: String, to permissions: Int) throws(SystemError) {
        _ = try check(path) { unsafe chmod(path, mode_t(permissions)) }
    }

    static func status(of file: Int32) throws(SystemError) -> stat {
        var status = stat()
        _ = try check { unsafe fstat(file, &status) }
        return status
    }

    static func status(of path: String) throws(SystemError) -> stat {
        var status = stat()
        _ = try check(path) { unsafe stat(path, &status) }
        return status
    }

    static func checkAccess(_ path: String, _ kind: Int32) throws(SystemError) {
        _ = try check(path) { unsafe access(path, kind) }
    }

    static func renameFile(_ old: String, to new: String) throws(SystemError) {
        _ = try check(new) { unsafe rename(old, new) }
    }

    static func removeFile(_ path: String) throws(SystemError) {
        _ = try check(path) { unsafe unlink(path) }
    }

    static func removeFolder(_ path: String) throws(SystemError) {
        _ = try check(path) { unsafe rmdir(path) }
    }

    static func makeFolder(_ path: String, permissions: Int) throws(SystemError) {
        _ = try check(path) { unsafe mkdir(path, mode_t(permissions)) }
    }

    static func resolvePath(_ path: String) throws(SystemError) -> String {
        try FaultInjection.check()
        if path.utf8.contains(0) { throw .noName }
        guard let resolved = unsafe realpath(path, nil) else { throw .last }
        defer { unsafe free(resolved) }
        return unsafe String(cString: resolved)
    }

    @unsafe
    static func mapFile(_ file: Int32, count: Int) throws(SystemError) -> UnsafeMutableRawPointer {
        try FaultInjection.check()
        let mapping = unsafe mmap(nil, count, PROT_READ, MAP_PRIVATE, file, 0)
        guard let mapping = unsafe mapping, unsafe mapping != MAP_FAILED else { throw .last }
        return unsafe mapping
    }
}
