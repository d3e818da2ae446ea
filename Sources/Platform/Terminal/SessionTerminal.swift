import Synchronization

/// The terminal while a session has it: it is raw, and marks pastes where that was asked for.
package enum SessionTerminal {
    private static let isRaw = Atomic<Bool>(false)
    private static let marksPastes = Atomic<Bool>(false)
    private static let watchesFocus = Atomic<Bool>(false)
    private static let editing = Atomic<Bool>(false)

    /// Whether a line is being edited.
    static var isEditing: Bool { editing.load(ordering: .relaxed) }

    /// Takes the terminal.
    ///
    /// - Parameter isEditing: Ctrl-C, Ctrl-Z and Ctrl-\\ are keys among others; while commands run
    ///   they are signals.
    package static func take(isEditing: Bool) {
        TerminalModes.setRaw(sendsSignals: !isEditing)
        editing.store(isEditing, ordering: .relaxed)
        isRaw.store(true, ordering: .relaxed)
        TerminalModes.apply()
    }

    /// Asks the terminal to mark what is pasted.
    package static func markPastes() {
        marksPastes.store(true, ordering: .relaxed)
        writeMark(on: true)
    }

    /// Asks the terminal to tell when its window comes into use and out of it, or to tell no more.
    package static func watchFocus(_ isOn: Bool) {
        guard watchesFocus.exchange(isOn, ordering: .relaxed) != isOn else { return }
        writeFocusMark(on: isOn)
    }

    private static func writeFocusMark(on: Bool) {
        StandardStream.output.writeOnce(on ? "\u{1B}[?1004h" : "\u{1B}[?1004l")
    }

    /// Gives the terminal back as it was. May be called by a signal handler.
    package static func restore() {
        guard isRaw.exchange(false, ordering: .relaxed) else { return }
        if marksPastes.load(ordering: .relaxed) { writeMark(on: false) }
        if watchesFocus.load(ordering: .relaxed) { writeFocusMark(on: false) }
        TerminalModes.restore()
    }

    /// Gives the terminal back until ``takeAgain()``. May be called by a signal handler.
    static func giveBackForAWhile() {
        let wasRaw = isRaw.load(ordering: .relaxed)
        restore()
        isRaw.store(wasRaw, ordering: .relaxed)
    }

    /// Takes the terminal as it was given back. May be called by a signal handler.
    static func takeAgain() {
        guard isRaw.load(ordering: .relaxed) else { return }
        TerminalModes.apply()
        if marksPastes.load(ordering: .relaxed) { writeMark(on: true) }
        if watchesFocus.load(ordering: .relaxed) { writeFocusMark(on: true) }
    }

    private static func writeMark(on: Bool) {
        StandardStream.output.writeOnce(on ? "\u{1B}[?2004h" : "\u{1B}[?2004l")
    }
}
