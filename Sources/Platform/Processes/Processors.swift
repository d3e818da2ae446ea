#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The processors of this machine.
package enum Processors {
    /// How many work now, at least one.
    package static let count = max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))))
}
