package import Platform

/// The terminal's modes, and what stops the process in front of it.
package protocol TerminalControl {
    /// The bytes that stand for signals.
    var controlKeys: ControlKeys { get }
    /// Takes the terminal for a session that edits a line, or runs commands.
    func makeRaw(isEditing: Bool)
    /// Has the terminal mark what is pasted.
    func markPastes()
    /// Has the terminal tell when its window comes into use and out of it.
    func watchFocus(_ isOn: Bool)
    /// Gives the terminal back as it was.
    func restore()
    /// Gives the terminal to the shell, and goes on when the shell says so.
    func stop()
    /// Ends the process as the terminal's key for it does.
    func quit()
}
