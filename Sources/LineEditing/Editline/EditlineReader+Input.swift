import Platform

/// What libedit gets as the next character.
extension EditlineReader {
    /// The next character or key; nil at the end of the input.
    func nextCharacter() -> Unicode.Scalar? {
        // What was asked for comes until the function that does it has run: libedit may be inside a
        // question of its own, which takes characters and ends with an escape.
        switch interruption {
        case .none: break
        case .requested:
            interruption = .escaped
            return Key.interrupt.character
        case .escaped:
            interruption = .requested
            return "\u{1B}"
        case .ending: return Key.finish.character
        }
        if pasted != nil { return Key.paste.character }
        if draft != nil { return Key.draft.character }
        if joining != nil { return Key.compose.character }
        reserve()
        while true {
            if !input.hasPending { draw() }
            let event = input.next()
            switch event {
            case .character(let scalar):
                return character(scalar)
            case .interrupt:
                TerminalSignals.discardInterrupts()
                interruption = .requested
                return nextCharacter()
            case .key(let key):
                if key != .tab { below = [] }
                return key.character
            case .paste(let text):
                below = []
                pasted = text
                return Key.paste.character
            case .resize: resize()
            case .suspend: suspend()
            case .resume:
                SystemCalls.write(display.finish())
            case .end: return nil
            }
        }
    }

    /// A typed character; a mark that joins the one before it is a key.
    private func character(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        below = []
        if scalar == "}" { outdent() }
        guard scalar.value >= 0x300, LineLayout.columns(scalar) == 0 || Jamo.isTrailing(scalar)
        else {
            return scalar
        }
        joining = scalar
        return Key.compose.character
    }

    /// A bracket that closes a block stands as far in as the line that opened it.
    private func outdent() {
        let (text, cursor) = line
        let current = text[..<cursor].reversed().prefix { $0 != "\n" }
        guard cursor == text.count, current.count < cursor, current.count >= 2,
            current.allSatisfy({ $0 == " " })
        else { return }
        deleteBeforeCursor(2)
    }

    // MARK: - The window

    func resize() {
        guard !configuration.isPlain else { return }
        let columns = SystemCalls.windowSize.columns
        var wraps = wrapsAgain ?? true
        if display.overflows(columns), let column = input.cursorColumn() {
            let wrapped = display.wrappedColumn(columns)
            let kept = min(display.column, columns - 1)
            if wrapped != kept {
                wraps = column == wrapped
                wrapsAgain = wraps
            }
        }
        SystemCalls.write(display.erase(afterResizeTo: columns, wraps: wraps))
    }

    func suspend() {
        SystemCalls.write(display.finish())
        TerminalSignals.stop()
        TerminalSignals.discardResumption()
        TerminalSignals.makeRaw(isEditing: true)
    }

    // MARK: - Drawing

    /// Draws the line as it is, with what may follow it.
    func draw() {
        guard !configuration.isPlain else { return }
        let (text, cursor) = line
        suggestion =
            cursor == text.count && !text.isEmpty && interruption == .none ? suggest(text) : nil
        show(frame(text, cursor, suggestion, below))
    }

    func show(_ frame: LineDisplay.Frame) {
        SystemCalls.write(display.draw(frame, columns: SystemCalls.windowSize.columns))
    }

    private func suggest(_ scalars: [Unicode.Scalar]) -> Suggestion? {
        guard scalars.count < 2000 else { return nil }
        let text = String(scalars: scalars)
        if text.contains(where: { !$0.isWhitespace }), let rest = history.continuation(of: text) {
            return Suggestion(text: rest)
        }
        return configuration.suggestion(text)
    }

    /// The rows of a text below the prompt; of one that is taller than the window, those around the
    /// cursor.
    func frame(
        _ text: [Unicode.Scalar], _ cursor: Int, _ suggestion: Suggestion? = nil,
        _ below: [LineDisplay.Row] = []
    ) -> LineDisplay.Frame {
        let (columns, height) = SystemCalls.windowSize
        var shownPrompt = prompt
        if LineLayout.columns(prompt) + 10 > columns { shownPrompt = columns > 8 ? "> " : "" }
        let indent = LineLayout.columns(shownPrompt)
        let layout = LineLayout(text, cursor: cursor, indent: indent, columns: columns)
        let below = below.prefix(max(0, height - 2))
        let room = max(1, height - below.count)
        var first = 0
        if layout.rows.count > room {
            first = min(max(0, layout.cursorRow - room / 2), layout.rows.count - room)
        }
        let last = min(layout.rows.count, first + room)
        var rows = (first..<last).map { index in
            let row = layout.rows[index]
            let margin = index == 0 ? shownPrompt : String(repeating: " ", count: row.indent)
            let text = margin + LineLayout.visible(text[row.start..<row.end])
            // Terminals do not agree on whether a space at the end of a full row is wrapped.
            return LineDisplay.Row(text: index + 1 < last ? text.withoutFinalSpaces : text)
        }
        if let suggestion, layout.cursorRow == last - 1 {
            let left = columns - 1 - layout.cursorColumn
            let isSeveral = suggestion.text.contains("\n")
            let head = suggestion.text.prefix { $0 != "\n" } + (isSeveral ? " …" : "")
            rows[rows.count - 1].hint = LineLayout.prefix(head + suggestion.note, columns: left)
        }
        rows += below
        return LineDisplay.Frame(
            rows: rows, cursorRow: layout.cursorRow - first, cursorColumn: layout.cursorColumn)
    }
}

/// The parts that Korean syllables are written with.
enum Jamo {
    /// A vowel or final consonant, which joins what stands before it.
    static func isTrailing(_ scalar: Unicode.Scalar) -> Bool {
        (0x1160...0x11FF).contains(scalar.value) || (0xD7B0...0xD7FF).contains(scalar.value)
    }
}

extension String {
    fileprivate var withoutFinalSpaces: String {
        String(scalars: unicodeScalars.reversed().drop { $0 == " " }.reversed())
    }
}
