import Platform
import TerminalText

/// Choosing from the list of candidates with the arrow keys.
extension LineEditor {
    /// Arrows and Tab choose, Enter takes, another character is typed behind what is taken, and any other
    /// key leaves the line as it was.
    func chooseCompletion() {
        guard let completions = offered else { return }
        let takesEscape = input.takesEscape
        input.takesEscape = true
        defer { input.takesEscape = takesEscape }
        var chosen = 0
        let count = completions.candidates.count
        while true {
            below = completions.rows(
                columns: screen.size.columns - 1, limit: completionLimit, chosen: chosen)
            offered = completions
            let (text, cursor) = buffer.line
            show(frame(text, cursor, nil, below))
            switch input.next() {
            case .key(.tab), .key(.down): chosen = (chosen + 1) % count
            case .key(.up), .key(.backTab): chosen = (chosen + count - 1) % count
            case .key(.pageDown): chosen = min(chosen + completionLimit, count - 1)
            case .key(.pageUp): chosen = max(chosen - completionLimit, 0)
            case .key(.enter), .key(.right):
                return take(completions.candidates[chosen].text, of: completions, endsWord: true)
            case .character("\u{7}"), .character("\u{1B}"), .interrupt, .end:
                return below = []
            case .character(let scalar):
                if scalar.value > 0x20, scalar.value != 0x7F {
                    take(completions.candidates[chosen].text, of: completions, endsWord: false)
                }
                below = []
                return input.putBack(scalar)
            case .key(let key):
                below = []
                return buffer.push([key])
            case .paste(let text):
                below = []
                return input.putBack(paste: text)
            case .resize: resize()
            case .suspend: suspend()
            case .resume: screen.write(display.finish())
            case .quit: continue
            }
        }
    }
}
