import Platform
import TerminalText

/// Reads cells, each of one line or several.
///
/// The text of the line and the key maps are libedit's (``EditlineBuffer``). Where keys come from
/// (``TerminalInput``) and what stands on the screen (``LineDisplay``) is this editor's: libedit asks
/// for a key, and before it gets one the line is drawn. The terminal stays without echo while
/// commands run, so that what is typed meanwhile arrives at the next prompt.
///
/// Used from one thread.
package final class LineEditor: CellReader {
    let configuration: EditorConfiguration
    let buffer: EditlineBuffer
    let screen: any Screen
    let control: any TerminalControl
    var input: TerminalInput
    var history: LineHistory
    var display = LineDisplay()
    var prompt = ""
    /// Pasted text on its way to the line.
    var pasted: String?
    /// The other reading of the last paste, and the one that stands on the line.
    var spare: (String, standing: String)?
    var viMode = ViMode()
    var viCommands = ViCommands()
    /// Whether the cursor is a block; nil for the terminal's own shape.
    var isBlockShaped: Bool?
    /// Whether something on the line was pasted.
    package var tookPaste = false
    /// What the line will begin with.
    var draft: String?
    /// Ctrl-O: the next line begins with the entry that followed this one.
    var takesNext = false
    /// A mark that joins the character before it.
    var joining: Unicode.Scalar?
    /// Ctrl-C: the line is on its way to its end, and what is on it does not count.
    var interruption = Interruption.none
    /// Rows below the line, until the next key.
    var below: [LineDisplay.Row] = [] { didSet { offered = nil } }
    /// The candidates that those rows list.
    var offered: Completions?
    /// What stands behind the cursor and is not on the line.
    var suggestion: Suggestion?
    /// The text whose look was asked for last.
    var lastAppearance: ([Unicode.Scalar], LineAppearance)?
    /// The line as the key before the next left it.
    var settled = UndoHistory.State(text: [], cursor: 0)
    var undoHistory = UndoHistory(UndoHistory.State(text: [], cursor: 0))
    var killRing = KillRing()
    /// Where the text stands that Ctrl-Y brought.
    var yanked: Range<Int>?
    /// Where the text stands that Alt-. brought, and the entry that it is from.
    var lastArgument: (entry: Int, range: Range<Int>)?
    /// The last two characters that libedit got.
    var lastKeys: [Unicode.Scalar] = []
    /// What was searched for last.
    var lastPattern = ""
    /// When the terminal was asked for its background.
    var askedBackground: ContinuousClock.Instant?
    /// Whether a terminal was seen to wrap what no longer fits a narrower window.
    var wrapsAgain: Bool?

    enum Interruption { case none, requested, repeated, escaped, ending }

    /// The editor on the process's own terminal, with `~/.editrc`; nil when libedit cannot use it.
    package convenience init?(_ configuration: EditorConfiguration) {
        let terminal = ProcessTerminal()
        guard
            let buffer = EditlineBuffer(input: 0, output: 1, settings: EditorSettings.text)
        else { return nil }
        self.init(configuration, buffer, source: terminal, screen: terminal, control: terminal)
    }

    /// An editor of a buffer's text on some terminal.
    package init(
        _ configuration: EditorConfiguration, _ buffer: EditlineBuffer, source: any ByteSource,
        screen: any Screen, control: any TerminalControl
    ) {
        self.configuration = configuration
        self.buffer = buffer
        self.screen = screen
        self.control = control
        input = TerminalInput(source, control)
        history = LineHistory(configuration.history)
        control.makeRaw(isEditing: false)
        control.markPastes()
    }

    /// Gives the terminal back as it was.
    package func close() {
        awaitAnswers(within: .milliseconds(500))
        control.restore()
    }

    /// Reads one cell, which may have several lines and may begin with a draft.
    package func readCell(prompt: String, draft: String?) -> CellInput {
        self.prompt = prompt
        self.draft = draft
        interruption = .none
        (pasted, spare, joining, below, suggestion) = (nil, nil, nil, [], nil)
        (tookPaste, viMode) = (false, ViMode())
        viCommands.beginLine()
        history.beginLine()
        configuration.refreshHistory(&history)
        if takesNext, draft == nil { self.draft = history.next(from: "") }
        takesNext = false
        lastAppearance = nil
        beginChanges()
        input.takesEscape = buffer.isVi
        control.makeRaw(isEditing: true)
        input.beginLine()
        display.forget()
        askBackground()
        if configuration.marksPrompts { screen.write(ShownText(.promptStart)) }
        defer {
            leaveCursor()
            control.makeRaw(isEditing: false)
        }
        guard var scalars = buffer.readLine(for: self) else {
            screen.write(display.finish())
            return interruption == .none ? .endOfInput : .interrupted
        }
        if interruption != .none { return .interrupted }
        while scalars.last == "\n" { scalars.removeLast() }
        // Ctrl-V can put a key that is the editor's own on the line.
        return .text(String(scalars: scalars.filter { !(0x80..<0xA0).contains($0.value) }))
    }

    /// Puts an entry at the end of the history.
    package func remember(_ entry: HistoryEntry) { history.add(entry) }

    /// An entry that failed is not suggested again.
    package func dropSuggestion(_ entry: String) { history.failed.insert(entry) }

    /// The history's entries, the oldest first.
    package var entries: [HistoryEntry] {
        history.entries.indices.map { history.origin(of: $0) }
    }
}

extension LineEditor: EditlineClient {}
