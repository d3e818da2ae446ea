/// vi's commands. libedit has the rest: insertions, searches and what no command here is.
struct ViCommands {
    enum Outcome: Equatable {
        /// The key is libedit's.
        case passed
        /// More keys belong to the command, or there is nothing to do.
        case waits
        case shows(UndoHistory.State)
        /// The same, and what is typed next is text.
        case inserts(UndoHistory.State)
        case undoes(Int)
    }

    /// What has come of a command.
    struct Pending {
        var count: Int?
        var innerCount: Int?
        /// The name of what is cut into or put from.
        var register: Unicode.Scalar?
        /// d, c, y, > or <, which a movement or an object follows.
        var action: Unicode.Scalar?
        /// A key that another character follows.
        var waiting: Unicode.Scalar?
        var keys: [Unicode.Scalar] = []

        /// nil where none was typed.
        var wholeCount: Int? {
            count == nil && innerCount == nil
                ? nil : min(ViCommands.largestCount, (count ?? 1) * (innerCount ?? 1))
        }
    }

    var pending = Pending()
    /// V and Ctrl-V: what is chosen reaches from here to the cursor.
    var choice: (anchor: Int, isLines: Bool)?
    /// Opening brackets and quotes of the text with those that close them.
    var pairs: [BracketPlaces] = []
    /// What was cut or copied last, and before under each name.
    var registers: [Unicode.Scalar?: (text: [Unicode.Scalar], isLines: Bool)] = [:]
    private var lastFind: (key: Unicode.Scalar, target: Unicode.Scalar)?
    /// The keys of the last change, and what was typed after them.
    var lastChange: (keys: [Unicode.Scalar], typed: [Unicode.Scalar]) = ([], [])
    /// Where the insertion began that goes on, and how long the text was.
    var insertion: (start: Int, count: Int)?

    static let largestCount = 9999

    /// Another line begins; what was cut is kept.
    mutating func beginLine() {
        pending = Pending()
        (choice, insertion) = (nil, nil)
    }

    /// Something else than a key of a command has come.
    mutating func giveUp() { (pending, choice) = (Pending(), nil) }

    /// The next key of a command.
    mutating func take(_ key: Unicode.Scalar, _ state: UndoHistory.State) -> Outcome {
        noteTyped(state)
        let text = ViText(text: state.text, pairs: pairs)
        pending.keys.append(key)
        if let waiting = pending.waiting { return complete(waiting, with: key, text, state) }
        if key == "\u{1B}" {
            defer { giveUp() }
            return pending.keys.count > 1 || choice != nil ? .waits : .passed
        }
        if takesDigit(key) { return .waits }
        if let outcome = choose(key, text, state) { return outcome }
        if let action = pending.action {
            if key == action { return actOnLines(action, text, state) }
            if key == "i" || key == "a" {
                pending.waiting = key
                return .waits
            }
        } else if ["d", "c", "y", ">", "<"].contains(key) {
            pending.action = key
            return .waits
        }
        if "fFtTrg\"".unicodeScalars.contains(key) {
            pending.waiting = key
            return .waits
        }
        if key == ";" || key == "," { return findAgain(isReverse: key == ",", text, state) }
        if ViMovement.keys.contains(key) { return move(key, target: nil, text, state) }
        guard pending.action == nil else { return end(.waits) }
        return command(key, text, state)
    }

    private mutating func takesDigit(_ key: Unicode.Scalar) -> Bool {
        guard let digit = Int(String(key)), (0...9).contains(digit), key.value < 0x80 else {
            return false
        }
        let known = pending.action == nil ? pending.count : pending.innerCount
        if digit == 0, known == nil { return false }
        let count = min(Self.largestCount, (known ?? 0) * 10 + digit)
        if pending.action == nil { pending.count = count } else { pending.innerCount = count }
        return true
    }

    // MARK: - Movements

    private mutating func complete(
        _ waiting: Unicode.Scalar, with key: Unicode.Scalar, _ text: ViText,
        _ state: UndoHistory.State
    ) -> Outcome {
        pending.waiting = nil
        if key == "\u{1B}" { return end(.waits) }
        switch waiting {
        case "r": return replace(with: key, text, state)
        case "i", "a": return actOnObject(key, isInner: waiting == "i", text, state)
        case "\"":
            pending.register = key
            return .waits
        case "g": return key == "g" ? move("g", target: nil, text, state) : end(.waits)
        default:
            lastFind = (waiting, key)
            return move(waiting, target: key, text, state)
        }
    }

    private mutating func findAgain(
        isReverse: Bool, _ text: ViText, _ state: UndoHistory.State
    ) -> Outcome {
        guard let (key, target) = lastFind else { return end(.waits) }
        let isSmall = key.properties.isLowercase
        let turned = isSmall ? key.properties.uppercaseMapping : key.properties.lowercaseMapping
        let used = isReverse ? turned.unicodeScalars.first ?? key : key
        return move(used, target: target, text, state)
    }

    private mutating func move(
        _ key: Unicode.Scalar, target: Unicode.Scalar?, _ text: ViText, _ state: UndoHistory.State
    ) -> Outcome {
        // c with w leaves the space behind the word.
        let isOnWord =
            state.cursor < state.text.count
            && !" \n".unicodeScalars.contains(state.text[state.cursor])
        let isChange = pending.action == "c" && isOnWord
        let used: Unicode.Scalar = isChange && key == "w" ? "e" : isChange && key == "W" ? "E" : key
        // Of a word that the cursor is at the end of, the rest is that character.
        let start = used == key ? state.cursor : state.cursor - 1
        guard
            let movement = ViMovement(
                used, target: target, count: pending.wholeCount, in: text, from: start)
        else {
            // Beyond the block's first and last line is the history.
            let isHistory = pending.action == nil && "jk+-".unicodeScalars.contains(key)
            return end(isHistory ? .passed : .waits)
        }
        guard let action = pending.action else {
            return end(.shows(.init(text: state.text, cursor: text.onLine(movement.place))))
        }
        var range = movement.range(from: state.cursor, in: text)
        // A word that ends a line is taken without the newline.
        if key == "w" || key == "W", range.upperBound > text.lineEnd(state.cursor),
            text.previousWord(range.upperBound, isBig: key == "W") <= text.lineEnd(state.cursor)
        {
            range = range.lowerBound..<max(range.lowerBound, text.lineEnd(state.cursor))
        }
        return act(action, on: range, isLines: movement.takesLines, text, state)
    }

    /// dd, cc, yy.
    private mutating func actOnLines(
        _ action: Unicode.Scalar, _ text: ViText, _ state: UndoHistory.State
    ) -> Outcome {
        var last = state.cursor
        for _ in 1..<max(1, pending.wholeCount ?? 1) { last = text.line(last, below: 1) ?? last }
        let range = text.lineStart(state.cursor)..<text.lineEnd(last)
        return act(action, on: range, isLines: true, text, state)
    }

    /// ciw, da(: what stands around the cursor.
    private mutating func actOnObject(
        _ key: Unicode.Scalar, isInner: Bool, _ text: ViText, _ state: UndoHistory.State
    ) -> Outcome {
        guard let object = ViObject(key, isInner: isInner, in: text, at: state.cursor) else {
            return end(.waits)
        }
        guard let action = pending.action else {
            if !object.range.isEmpty { choice?.anchor = object.range.lowerBound }
            let last = max(object.range.lowerBound, object.range.upperBound - 1)
            return end(.shows(.init(text: state.text, cursor: text.onLine(last))))
        }
        return act(action, on: object.range, isLines: object.isLines, text, state)
    }

    /// A command has ended.
    mutating func end(_ outcome: Outcome) -> Outcome {
        pending = Pending()
        return outcome
    }
}
