#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The size of a terminal's window, within limits that rows and columns can be computed with.
package struct WindowSize: Equatable, Sendable {
    package let columns: Int
    package let rows: Int

    /// What a terminal tells: 80 × 24 where it tells none, at most 1000 × 1000.
    package init(columns: Int, rows: Int) {
        let isKnown = columns > 0 && rows > 0
        self.columns = isKnown ? min(columns, Self.largest) : 80
        self.rows = isKnown ? min(rows, Self.largest) : 24
    }

    private static let largest = 1000

    /// The size of the terminal that the program writes to.
    package static var current: WindowSize {
        let told = told(by: 1)
        return WindowSize(columns: Int(told.ws_col), rows: Int(told.ws_row))
    }

    /// Has a terminal tell a size within the limits: for a library that asks it and takes memory for
    /// every column of every row.
    ///
    /// - Returns: what has it tell its own size again; nil where that is within the limits.
    package static func limit(_ terminal: Int32) -> (() -> Void)? {
        let own = told(by: terminal)
        guard own.ws_col > largest || own.ws_row > largest else { return nil }
        var limited = own
        limited.ws_col = min(own.ws_col, UInt16(largest))
        limited.ws_row = min(own.ws_row, UInt16(largest))
        _ = unsafe ioctl(terminal, UInt(TIOCSWINSZ), &limited)
        return {
            var own = own
            _ = unsafe ioctl(terminal, UInt(TIOCSWINSZ), &own)
        }
    }

    private static func told(by terminal: Int32) -> winsize {
        var size = winsize()
        return unsafe ioctl(terminal, UInt(TIOCGWINSZ), &size) == 0 ? size : winsize()
    }
}
