#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Why the system would not give a file.
package struct SystemError: Error, Sendable, Equatable {
    package let code: Int32

    package init(code: Int32) { self.code = code }

    /// The system's own words: `No such file or directory`.
    package var reason: String { unsafe String(cString: strerror(code)) }

    /// Whether there is no such file.
    package var isNotFound: Bool { code == ENOENT }
}
