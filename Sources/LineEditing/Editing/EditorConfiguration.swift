package import TerminalText

/// What the line editor asks of the program around it.
package struct EditorConfiguration {
    /// Whether Enter ends the cell; otherwise it begins a new line.
    package var isComplete: (String) -> Bool
    /// The candidates for the word that ends where the text before the cursor does.
    package var completions: (String) -> Completions
    /// What may follow the text before the cursor, where the history has nothing.
    package var suggestion: (String) -> Suggestion?
    /// How a text looks that is on the line.
    package var appearance: (String) -> LineAppearance = { _ in LineAppearance() }
    /// The last argument of an entry, for Alt-.
    package var lastArgument: (String) -> String? = { _ in nil }
    /// Adds what sessions side by side have entered meanwhile.
    package var refreshHistory: (inout LineHistory) -> Void = { _ in }
    /// When and where an entry was entered, in a few words.
    package var origin: (HistoryEntry) -> String = { _ in "" }
    /// What is said below the line of its text, with the cursor behind some scalars, once typing pauses.
    package var remarks: ((_ text: String, _ cursor: Int) -> [String])?
    /// F1: what is said of the word at the cursor.
    package var help: (_ text: String, _ cursor: Int) -> String? = { _, _ in nil }
    /// Ctrl-X Ctrl-E: the text as another program leaves it, which begins at a line and a column of it, from 1.
    package var editExternally: (_ text: String, _ line: Int, _ column: Int) -> EditedText = {
        text, _, _ in .text(text)
    }
    /// Takes the colour of the terminal's background, for which it is asked; nil where it is not.
    package var takeBackground: ((ScreenColour) -> Void)?
    /// Whether the terminal is told where prompts and outputs begin and end.
    package var marksPrompts = false
    /// Whether the cursor's shape tells vi's mode.
    package var shapesCursor = false
    /// Makes statements of pasted text; the text before the cursor comes first.
    package var clean: (_ paste: String, _ before: String) -> CleanedPaste
    /// Entries of earlier sessions, the oldest first.
    package var history: [HistoryEntry]

    package init(
        isComplete: @escaping (String) -> Bool, completions: @escaping (String) -> Completions,
        suggestion: @escaping (String) -> Suggestion? = { _ in nil },
        clean: @escaping (String, String) -> CleanedPaste = { text, _ in
            CleanedPaste(text: text, notes: [])
        },
        history: [HistoryEntry]
    ) {
        self.isComplete = isComplete
        self.completions = completions
        self.suggestion = suggestion
        self.clean = clean
        self.history = history
    }
}

/// Pasted text as it goes on the line, and what is said about it.
package struct CleanedPaste {
    package var text: String
    package var notes: [String]
    /// The text with what was left out although it may be meant, for Ctrl-T.
    package var full: String?

    package init(text: String, notes: [String], full: String? = nil) {
        self.text = text
        self.notes = notes
        self.full = full
    }
}

/// What came of a text in another program.
package enum EditedText: Equatable {
    case text(String)
    /// Why the text stays as it was.
    case problem(String)
}

/// What may be typed next.
package struct Suggestion: Equatable {
    /// What Right adds to the line.
    package var text: String
    /// Shown behind it, and never added: a placeholder, a meaning.
    package var note: String

    package init(text: String, note: String = "") {
        self.text = text
        self.note = note
    }
}

/// What came of reading a cell.
package enum CellInput: Equatable {
    case text(String)
    /// Ctrl-C: what was typed is gone.
    case interrupted
    case endOfInput
}
