import Platform

/// What to do after a screenful.
package enum PagingChoice: Equatable {
    case page, line, all, quit
    case back, start
    /// From the lines on the screen on.
    case search(String)
    case next, previous
}

extension LineEditor {
    /// Whether keys wait that were typed ahead: they are for the next line, not for a pager.
    package var isTypedAhead: Bool { input.hasPending }

    /// Shows a question and waits for its answer: Space for a page, Enter for a line, q for no
    /// more, b for what was before; what else is typed is no answer, but the beginning of the next line.
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
            case .character("G"), .key(.end): return .all
            case .key(.home): return .start
            case .character("n"): return .next
            case .character("N"): return .previous
            case .character("/"): if let text = askForText("/") { return .search(text) }
            case .character(let scalar) where scalar.value > 0x20:
                // Somebody types the next line.
                input.putBack(scalar)
                return .quit
            case .paste(let text):
                input.putBack(paste: text)
                return .quit
            case .suspend: suspend()
            case .resize: resize()
            case .resume: screen.write(display.finish())
            case .character, .key, .quit: continue
            }
        }
    }

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
