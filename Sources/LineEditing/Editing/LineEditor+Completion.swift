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

    /// Tab: completes as far as all candidates agree, or lists them; pressed again, chooses from the list.
    func complete() {
        if offered != nil { return chooseCompletion() }
        let before = buffer.textBeforeCursor
        let current = before.split(separator: "\n", omittingEmptySubsequences: false).last ?? ""
        if current.allSatisfy({ $0 == " " }), before.contains("\n") { return buffer.insert("  ") }
        let completions = configuration.completions(before)
        let typed = String(scalars: before.unicodeScalars.suffix(completions.replaced))
        let common = completions.commonPrefix
        if completions.candidates.count == 1 {
            return take(common, of: completions, endsWord: true)
        }
        // Candidates that only have the word in them have no common beginning to go on with.
        if common.hasPrefix(typed), common.unicodeScalars.count > completions.replaced {
            return take(common, of: completions, endsWord: false)
        }
        below = completions.rows(columns: screen.size.columns - 1, limit: completionLimit)
        offered = completions.candidates.isEmpty ? nil : completions
    }

    var completionLimit: Int { min(40, max(3, screen.size.rows - 6)) }

    /// Puts a candidate, or what several begin with, in place of what was typed of it.
    func take(_ text: String, of completions: Completions, endsWord: Bool) {
        let (line, cursor) = buffer.line
        let typed = String(scalars: line[..<cursor].suffix(completions.replaced))
        var behind = 0
        if endsWord {
            // Inside a word, its rest is part of what is completed.
            let rest = line[cursor...].prefix {
                $0.properties.isAlphabetic || $0 == "_" || $0 == "-"
            }
            let word = String(scalars: rest)
            let stem = text.hasSuffix("=") ? String(text.dropLast()) : text
            if stem.hasPrefix(typed + word) || stem.hasSuffix(word) { behind = rest.count }
            let next = line[(cursor + behind)...].first
            if behind > 0 || next == "=", text.hasSuffix("="), next == "=" { behind += 1 }
        }
        buffer.moveCursor(to: cursor + behind)
        buffer.deleteBeforeCursor(completions.replaced + behind)
        let isOpen = ["=", "/", ".", "(", "["].contains { text.hasSuffix($0) }
        let isFollowed = line[(cursor + behind)...].first.map { $0 == " " } ?? false
        buffer.insert(text + (endsWord && !isOpen && !isFollowed ? " " : ""))
        below = []
    }
}
