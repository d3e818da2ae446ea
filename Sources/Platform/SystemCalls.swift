#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The system's calls on terminals and files, by names that Swift's own functions do not hide.
package enum SystemCalls {
    @unsafe
    package static func read(_ file: Int32, _ buffer: UnsafeMutableRawPointer?, _ count: Int) -> Int
    {
        #if canImport(Glibc)
            unsafe Glibc.read(file, buffer, count)
        #else
            unsafe Darwin.read(file, buffer, count)
        #endif
    }

    /// Writes all of it, whatever signals come in between.
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

    /// The terminal's size; 80 × 24 where it tells none.
    package static var windowSize: (columns: Int, rows: Int) {
        var window = winsize()
        guard unsafe ioctl(1, UInt(TIOCGWINSZ), &window) == 0, window.ws_col > 0, window.ws_row > 0
        else { return (80, 24) }
        return (Int(window.ws_col), Int(window.ws_row))
    }
}
