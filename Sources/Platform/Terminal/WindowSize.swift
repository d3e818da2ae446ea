#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// How many columns and rows the terminal's window has.
package struct WindowSize: Sendable, Equatable {
    package let columns: Int
    package let rows: Int

    /// Of the window that standard output goes to; nil where it tells none.
    package static var current: WindowSize? {
        var window = winsize()
        guard unsafe ioctl(1, UInt(TIOCGWINSZ), &window) == 0, window.ws_col > 0 else { return nil }
        return WindowSize(columns: Int(window.ws_col), rows: Int(window.ws_row))
    }
}
