#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// This process and what it was started with.
package enum CurrentProcess {
    package static var id: Int { Int(getpid()) }

    /// An environment variable's value; nil where it is not set.
    package static func variable(_ name: String) -> String? {
        unsafe getenv(name).map { unsafe String(cString: $0) }
    }
}
