/// The bytes that a terminal makes signals of; 0 where it makes none.
package struct ControlKeys: Equatable, Sendable {
    package var interrupt: UInt8
    package var suspend: UInt8
    package var quit: UInt8

    /// Ctrl-C, Ctrl-Z and Ctrl-\\, as terminals have them unless somebody asks for others.
    package init(interrupt: UInt8 = 0x03, suspend: UInt8 = 0x1A, quit: UInt8 = 0x1C) {
        self.interrupt = interrupt
        self.suspend = suspend
        self.quit = quit
    }
}
