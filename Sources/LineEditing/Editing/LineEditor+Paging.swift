import Platform

/// What to do after a screenful.
package enum PagingChoice { case page, line, quit }

extension LineEditor {
    /// Whether keys wait that were typed ahead: they are for the next line, not for a pager.
    package var isTypedAhead: Bool { input.hasPending }

    /// Shows a question and waits for its answer: Space for a page, Enter for a line, q for no
    /// more; what else is typed is no answer, but the beginning of the next line.
    package func askForMore(_ question: String) -> PagingChoice {
        input.discard([.interrupt, .resize, .suspend, .resume])
        control.makeRaw(isEditing: true)
        defer {
            control.makeRaw(isEditing: false)
            screen.write(display.erase())
        }
        display.forget()
        while true {
            let columns = screen.size.columns
            let text = LineLayout.prefix(question, columns: columns - 1)
            let row = LineDisplay.Row(text: text, isDim: true)
            show(
                LineDisplay.Frame(
                    rows: [row], cursorRow: 0, cursorColumn: LineLayout.columns(text)))
            switch input.next() {
            case .character(" "), .key(.pageDown): return .page
            case .key(.enter), .key(.down): return .line
            case .character("q"), .interrupt, .key(.endOfFile), .end: return .quit
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
}
