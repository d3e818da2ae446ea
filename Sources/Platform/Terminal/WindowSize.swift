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
        self.columns = isKnown ? min(columns, Self.limit) : 80
        self.rows = isKnown ? min(rows, Self.limit) : 24
    }

    private static let limit = 1000

    /// The size of the terminal that the program writes to.
    package static var current: WindowSize {
        let told = told(by: 1)
        return WindowSize(columns: Int(told.ws_col), rows: Int(told.ws_row))
    }

    /// Runs with a terminal that tells a size within the limits: for a library that asks it and takes
    /// memory for every column of every row.
    package static func limited<Result>(_ terminal: Int32, _ body: () -> Result) -> Result {
        var told = told(by: terminal)
        guard told.ws_col > limit || told.ws_row > limit else { return body() }
        var limited = told
        limited.ws_col = min(told.ws_col, UInt16(limit))
        limited.ws_row = min(told.ws_row, UInt16(limit))
        _ = unsafe ioctl(terminal, UInt(TIOCSWINSZ), &limited)
        defer { _ = unsafe ioctl(terminal, UInt(TIOCSWINSZ), &told) }
        return body()
    }

    private static func told(by terminal: Int32) -> winsize {
        var size = winsize()
        return unsafe ioctl(terminal, UInt(TIOCGWINSZ), &size) == 0 ? size : winsize()
    }
}
