#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A moment as the clock on the wall has it.
package struct LocalTime: Equatable, Sendable {
    /// `2026-11-26`
    package let day: String
    /// `09:41`
    package let clock: String

    /// - Parameter seconds: since 1970.
    package init(_ seconds: Int) {
        var moment = time_t(seconds)
        var parts = unsafe tm()
        _ = unsafe localtime_r(&moment, &parts)
        func two(_ number: Int32) -> String { (number < 10 ? "0" : "") + String(number) }
        let (year, month, date) = unsafe (parts.tm_year, parts.tm_mon, parts.tm_mday)
        let (hour, minute) = unsafe (parts.tm_hour, parts.tm_min)
        day = "\(year + 1900)-\(two(month + 1))-\(two(date))"
        clock = "\(two(hour)):\(two(minute))"
    }
}
