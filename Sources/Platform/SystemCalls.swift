#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The system's calls, by names that Swift's own functions do not hide.
package enum SystemCalls {
    /// Writes all of it to a standard stream, whatever signals come in between.
    package static func write(_ text: String, to file: Int32 = 1) {
        var text = text
        text.withUTF8 { bytes in
            var done = 0
            while done < bytes.count {
                let rest = unsafe bytes.baseAddress.map { unsafe $0 + done }
                #if canImport(Glibc)
                    let count = unsafe Glibc.write(file, rest, bytes.count - done)
                #else
                    let count = unsafe Darwin.write(file, rest, bytes.count - done)
                #endif
                if count > 0 {
                    done += count
                } else if errno == EAGAIN {
                    usleep(1000)
                } else if errno != EINTR {
                    return
                }
            }
        }
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
