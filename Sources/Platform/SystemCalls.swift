#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The system's calls, by names that Swift's own functions do not hide.
package enum SystemCalls {
    /// Writes a text of the program's own. A signal handler may call it: it takes no memory.
    static func write(constant text: StaticString) {
        #if canImport(Glibc)
            _ = unsafe Glibc.write(1, text.utf8Start, text.utf8CodeUnitCount)
        #else
            _ = unsafe Darwin.write(1, text.utf8Start, text.utf8CodeUnitCount)
        #endif
    }
}
