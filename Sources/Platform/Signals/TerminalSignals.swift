/// What signals do to a session in a terminal.
///
/// Handlers only note a signal, or put the terminal back as it was before the process stops or ends.
/// A crash puts it back too.
package enum TerminalSignals {
    /// Remembers the terminal as it is now, and takes every signal but SIGINT. A second call does
    /// nothing.
    package static func install() {
        guard SignalPipe.open() else { return }
        TerminalModes.remember()
        Signal.windowChange.handle { _ in TerminalSignal.resize.note() }
        Signal.terminalStop.handle { _ in TerminalSignals.suspended() }
        Signal.continuation.handle { _ in TerminalSignals.resumed() }
        for signal in [Signal.termination, .hangUp, .quit] {
            signal.handle { TerminalSignals.ended($0) }
        }
        Signal.makeOwnStack()
        for signal in Signal.crashes {
            signal.handle(usesOwnStack: true) { TerminalSignals.ended($0) }
        }
        MappedFiles.watch()
    }

    /// While keys are read, the editor stops the process itself, after it has left the line.
    private static func suspended() {
        if SessionTerminal.isEditing { TerminalSignal.suspend.note() } else { stop() }
    }

    /// Gives the terminal back and stops; when the process goes on, SIGCONT's handler takes it again.
    package static func stop() {
        Signal.keepingErrno {
            SessionTerminal.giveBackForAWhile()
            Signal.terminalStop.raiseDefault()
            Signal.terminalStop.handle { _ in TerminalSignals.suspended() }
        }
    }

    private static func resumed() {
        Signal.keepingErrno {
            // In the background the terminal is not ours; the next line takes it.
            if TerminalModes.isForeground { SessionTerminal.takeAgain() }
            TerminalSignal.resume.note()
        }
    }

    private static func ended(_ number: Int32) {
        SessionTerminal.restore()
        Signal(number: number).raiseDefault()
    }
}
