import Platform
import TerminalText

/// Suggestions and completion.
extension LineEditor {
    /// Takes what is suggested; false when nothing is.
    func acceptSuggestion() -> Bool {
        let (text, cursor) = buffer.line
        guard let suggestion, cursor == text.count, !suggestion.text.isEmpty else { return false }
        buffer.insert(suggestion.text)
        return true
    }

    func complete() {
        let before = buffer.textBeforeCursor
        let current = before.split(separator: "\n", omittingEmptySubsequences: false).last ?? ""
        if current.allSatisfy({ $0 == " " }), before.contains("\n") { return buffer.insert("  ") }
        let completions = configuration.completions(before)
        let common = completions.commonPrefix
        let isOne = completions.candidates.count == 1
        if isOne || LineLayout.columns(common) > completions.replaced {
            buffer.deleteBeforeCursor(completions.replaced)
            let isOpen = ["=", "/", "."].contains { common.hasSuffix($0) }
            buffer.insert(common + (isOne && !isOpen ? " " : ""))
            below = []
            return
        }
        let size = screen.size
        below = completions.rows(columns: size.columns - 1, limit: min(40, max(3, size.rows - 6)))
    }
}
