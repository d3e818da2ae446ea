#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The system's calls, by names that Swift's own functions do not hide.
package enum SystemCalls {
    /// Writes to a standard stream.
    package static func write(_ text: String, to file: Int32 = 1) {
        StandardStream(rawValue: file)?.write(text)
    }

    @unsafe
    package static func read(_ file: Int32, _ buffer: UnsafeMutableRawPointer?, _ count: Int) -> Int
    {
        #if canImport(Glibc)
            unsafe Glibc.read(file, buffer, count)
        #else
            unsafe Darwin.read(file, buffer, count)
        #endif
    }

    /// The terminal's size; 80 × 24 where it tells none.
    package static var windowSize: (columns: Int, rows: Int) {
        WindowSize.current.map { ($0.columns, $0.rows) } ?? (80, 24)
    }
}
