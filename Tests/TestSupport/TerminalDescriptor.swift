internal import CPseudoTerminal

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A terminal that no process runs in and nobody reads: for what asks a descriptor whether it is one.
package final class TerminalDescriptor {
    package let number: Int32
    private let controller: Int32

    package init?(columns: Int = 80, rows: Int = 24) {
        controller = posix_openpt(O_RDWR | O_NOCTTY)
        var name = [CChar](repeating: 0, count: 128)
        guard controller >= 0, grantpt(controller) == 0, unlockpt(controller) == 0,
            unsafe ptsname_r(controller, &name, name.count) == 0
        else { return nil }
        var size = winsize(
            ws_row: UInt16(rows), ws_col: UInt16(columns), ws_xpixel: 0, ws_ypixel: 0)
        _ = unsafe ioctl(controller, UInt(TIOCSWINSZ), &size)
        number = unsafe open(name, O_RDWR | O_NOCTTY)
        guard number >= 0 else { return nil }
    }

    deinit {
        if number >= 0 { close(number) }
        close(controller)
    }
}
