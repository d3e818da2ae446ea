/// Which of vi's modes libedit is in, by the characters that it was given: it tells nobody.
struct ViMode {
    private enum State {
        case insert, command
        /// A character that is taken as it is, and what follows it.
        case literal(isInsert: Bool)
        /// The movement behind c, d or y.
        case movement(isInsert: Bool)
    }

    private var state = State.insert

    /// Whether letters are commands.
    var isCommand: Bool {
        switch state {
        case .insert, .literal(isInsert: true): false
        case .command, .literal, .movement: true
        }
    }

    /// Whether libedit waits for no rest of a command.
    var takesWholeCommands: Bool { if case .command = state { true } else { false } }

    /// libedit gets a character.
    mutating func take(_ scalar: Unicode.Scalar) {
        switch state {
        case .insert:
            if scalar == "\u{1B}" { state = .command }
            if scalar == "\u{16}" { state = .literal(isInsert: true) }
        case .literal(let isInsert): state = isInsert ? .insert : .command
        case .command: takeCommand(scalar)
        case .movement(let isInsert):
            switch scalar {
            case "1"..."9": break
            case "f", "F", "t", "T": state = .literal(isInsert: isInsert)
            case "\u{1B}": state = .command
            default: state = isInsert ? .insert : .command
            }
        }
    }

    private mutating func takeCommand(_ scalar: Unicode.Scalar) {
        switch scalar {
        case "i", "I", "a", "A", "s", "S", "C", "R": state = .insert
        case "c": state = .movement(isInsert: true)
        case "d", "y": state = .movement(isInsert: false)
        case "f", "F", "t", "T", "r": state = .literal(isInsert: false)
        default: break
        }
    }
}
