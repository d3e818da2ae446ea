import Platform

/// What to do after a screenful.
package enum PagingChoice: Equatable {
    case page, line, all, quit
    case back, start
    /// From the lines on the screen on, or before them.
    case search(String, isBack: Bool)
    case next, previous
    /// Only the lines that have a text; all where it is empty.
    case filter(String)
    /// Of long lines what stands further left or right.
    case left, right
    case save(path: String)
    case keys
    /// The window has another size.
    case resized
}

extension LineEditor {
    /// Whether keys wait that were typed ahead: they are for the next line, not for a pager.
    package var isTypedAhead: Bool { input.hasPending }

    /// Shows a question and waits for its answer, as ``pagerKeys`` has them; what else is typed is no answer, but
    /// the beginning of the next line.
    package func askForMore(_ question: String) -> PagingChoice {
        input.discard([.interrupt, .resize, .suspend, .resume])
        control.makeRaw(isEditing: true)
        defer {
            control.makeRaw(isEditing: false)
            screen.write(display.erase())
        }
        display.forget()
        while true {
            ask(question, isDim: true)
            switch input.next() {
            case .character(" "), .key(.pageDown): return .page
            case .key(.enter), .key(.down): return .line
            case .character("q"), .interrupt, .key(.endOfFile), .end: return .quit
            case .character("b"), .key(.pageUp), .key(.up): return .back
            case .character("G"), .character(">"), .key(.end): return .all
            case .character("<"), .key(.home): return .start
            case .character("n"): return .next
            case .character("N"): return .previous
            case .character("H"), .key(.help): return .keys
            case .key(.left): return .left
            case .key(.right): return .right
            case .character(let scalar) where Self.textChoices[scalar] != nil:
                if let choice = askForChoice(scalar) { return choice }
            case .character(let scalar) where scalar.value > 0x20:
                // Somebody types the next line.
                input.putBack(scalar)
                return .quit
            case .paste(let text):
                input.putBack(paste: text)
                return .quit
            case .suspend: suspend()
            case .resize:
                resize()
                return .resized
            case .resume: screen.write(display.finish())
            case .character, .key, .quit: continue
            }
        }
    }

    /// Keys that a text follows, with what is asked then.
    private static let textChoices: [Unicode.Scalar: String] = [
        "/": "/", "?": "?", "&": "only lines with: ", "S": "save to the file: ",
    ]

    private func askForChoice(_ key: Unicode.Scalar) -> PagingChoice? {
        guard let text = askForText(Self.textChoices[key] ?? "") else { return nil }
        switch key {
        case "&": return .filter(text)
        case "S": return text.isEmpty ? nil : .save(path: text)
        default: return .search(text, isBack: key == "?")
        }
    }

    /// What the keys do in the pager.
    package static let pagerKeys: [(key: String, meaning: String)] = [
        ("Space, PageDown", "a page further; Enter, Down a line"),
        ("b, PageUp, Up", "a page back; < or Home to the beginning"),
        ("G, >, End", "all that is left"),
        ("/TEXT, ?TEXT", "search further, or back; n again, N the other way"),
        ("&TEXT", "only lines that have it; & alone all again"),
        ("Right, Left", "along lines that are wider than the window"),
        ("S", "save all of it in a file"),
        ("q, Ctrl-C", "end; what else is typed begins the next line"),
    ]

    private func ask(_ text: String, isDim: Bool) {
        let text = LineLayout.prefix(text, columns: screen.size.columns - 1)
        let row = LineDisplay.Row(text: text, isDim: isDim)
        show(
            LineDisplay.Frame(
                rows: [row], cursorRow: 0, cursorColumn: LineLayout.columns(text)))
    }

    /// Reads a few words behind a question; nil when it is taken back.
    private func askForText(_ question: String) -> String? {
        var text = ""
        while true {
            ask(question + text, isDim: false)
            switch input.next() {
            case .key(.enter): return text
            case .character("\u{7F}"), .character("\u{8}"):
                if text.popLast() == nil { return nil }
            case .character(let scalar) where scalar.value >= 0x20:
                text.unicodeScalars.append(scalar)
            case .paste(let paste): text += paste.prefix { !$0.isNewline }
            case .interrupt, .end, .key(.endOfFile), .character: return nil
            case .suspend: suspend()
            case .resize: resize()
            case .resume: screen.write(display.finish())
            case .key, .quit: continue
            }
        }
    }
}
