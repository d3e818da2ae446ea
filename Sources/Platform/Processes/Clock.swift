#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The time.
package enum Clock {
    /// Seconds since 1970.
    package static var now: Int { time(nil) }

    /// Milliseconds of a clock that never goes back. May be called by a signal handler.
    package static var milliseconds: Int {
        var time = timespec()
        unsafe clock_gettime(CLOCK_MONOTONIC, &time)
        return Int(time.tv_sec) * 1000 + Int(time.tv_nsec) / 1_000_000
    }
}
