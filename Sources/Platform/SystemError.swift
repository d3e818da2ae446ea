#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Why the system refused a call.
package struct SystemError: Error, Sendable, Equatable {
    package let code: Int32

    package init(code: Int32) { self.code = code }

    /// What the last call of this thread left in `errno`.
    static var last: SystemError { SystemError(code: errno) }

    /// The system's own words: `No such file or directory`.
    package var reason: String {
        self == .noName
            ? "no file's name has a character 0" : unsafe String(cString: strerror(code))
    }

    /// A path that the system cannot be asked for.
    static var noName: SystemError { SystemError(code: -1) }

    package static var notFound: SystemError { SystemError(code: ENOENT) }
    package static var isFolder: SystemError { SystemError(code: EISDIR) }
    package static var isNoFile: SystemError { SystemError(code: EINVAL) }
    package static var isNotOwn: SystemError { SystemError(code: EPERM) }
    package static var inputOutput: SystemError { SystemError(code: EIO) }
    package static var interruption: SystemError { SystemError(code: EINTR) }
    package static var diskFull: SystemError { SystemError(code: ENOSPC) }

    /// Whether there is no such file.
    package var isNotFound: Bool { code == ENOENT }
    /// A folder on the way may not be searched.
    package var isAccessDenied: Bool { code == EACCES }
    package var isNotAllowed: Bool { [EACCES, EPERM, EROFS].contains(code) }
    package var isDiskFull: Bool { [ENOSPC, EDQUOT].contains(code) }
    /// Nobody reads the pipe any more.
    package var isBrokenPipe: Bool { code == EPIPE }
    /// A signal came first; the call may be made again.
    package var isInterruption: Bool { code == EINTR }
    /// The file has nothing to give or take now, and may have later.
    package var isNotReady: Bool { code == EAGAIN }
}
