/// The texts that a line had, for Ctrl-_ and Alt-/: a step is a word that was typed, or what any other
/// key changed.
struct UndoHistory {
    struct State: Equatable {
        var text: [Unicode.Scalar]
        var cursor: Int
    }

    private var states: [State] = []
    /// The state that the line has.
    private var place = 0
    /// Where the next typed character goes on with the word of the last step.
    private var typingEnd: Int?
    /// Typed words are one step, up to another change.
    private var isInsertion = false
    private var size = 0
    private static let sizeLimit = 4 << 20

    /// A line begins.
    init(_ state: State) { states = [state] }

    /// Takes what the line has become.
    mutating func note(_ state: State) {
        guard let change = LineChange(from: states[place].text, to: state.text) else {
            states[place].cursor = state.cursor
            if typingEnd != state.cursor { typingEnd = nil }
            return
        }
        // Of equal characters side by side the one before the cursor is new.
        let typed = state.cursor - 1
        let isBeforeCursor =
            change.added == 1 && typed >= 0 && typed <= change.removed.lowerBound
            && state.text[typed...change.removed.lowerBound].allSatisfy { $0 == state.text[typed] }
        let start = isBeforeCursor ? typed : change.removed.lowerBound
        let isTyped = change.removed.isEmpty && change.added == 1
        let beginsWord =
            isTyped && start > 0 && state.text[start] != " " && Self.isGap(state.text[start - 1])
        states.removeSubrange((place + 1)...)
        if isTyped, typingEnd == start, !beginsWord || isInsertion {
            states[place] = state
        } else {
            isInsertion = false
            states.append(state)
            size += state.text.count
            while size > Self.sizeLimit, states.count > 2 {
                size -= states.removeFirst().text.count
            }
            place = states.count - 1
        }
        typingEnd = isTyped ? start + 1 : nil
    }

    /// What is typed next at the cursor is part of the last step, to the end of the insertion.
    mutating func goOn() { (typingEnd, isInsertion) = (states[place].cursor, true) }

    private static func isGap(_ scalar: Unicode.Scalar) -> Bool { scalar == " " || scalar == "\n" }

    /// The state before; nil at the first.
    mutating func undo() -> State? {
        guard place > 0 else { return nil }
        place -= 1
        typingEnd = nil
        return states[place]
    }

    /// The state that was undone; nil where none was.
    mutating func redo() -> State? {
        guard place + 1 < states.count else { return nil }
        place += 1
        typingEnd = nil
        return states[place]
    }
}
