import Platform

/// What comes from a terminal while a line is edited.
package enum InputEvent: Equatable, Sendable {
    case character(Unicode.Scalar)
    case key(Key)
    /// Pasted text, whole.
    case paste(String)
    case interrupt
    case resize
    case suspend
    case resume
    /// The terminal's key for SIGQUIT.
    case quit
    case end
}

extension InputEvent {
    init(_ signal: TerminalSignal) {
        self =
            switch signal {
            case .interrupt: .interrupt
            case .resize: .resize
            case .suspend: .suspend
            case .resume: .resume
            }
    }
}
