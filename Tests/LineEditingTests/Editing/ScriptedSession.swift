import LineEditing
import Platform
import TestSupport
import Testing

/// A line editor at a scripted terminal: what a person does is written down first, with what the
/// screen must show in between, and happens when cells are read.
final class ScriptedSession {
    let terminal: ScriptedTerminal
    let editor: LineEditor
    private let descriptor: TerminalDescriptor

    init(
        columns: Int = 80, rows: Int = 24, wrapsAgain: Bool = true, history: [String] = [],
        settings: String? = nil, told: (columns: Int, rows: Int) = (80, 24),
        configure: (inout EditorConfiguration) -> Void = { _ in }
    ) throws {
        terminal = ScriptedTerminal(columns: columns, rows: rows, wrapsAgain: wrapsAgain)
        descriptor = try #require(TerminalDescriptor(columns: told.columns, rows: told.rows))
        var configuration = EditorConfiguration(
            isComplete: Self.isBalanced,
            completions: { _ in Completions(replaced: 0, candidates: []) },
            history: history.map { HistoryEntry($0) })
        configure(&configuration)
        let buffer = try #require(
            EditlineBuffer(
                input: descriptor.number, output: descriptor.number, settings: settings))
        editor = LineEditor(
            configuration, buffer, source: terminal, screen: terminal, control: terminal)
    }

    deinit {
        if !terminal.script.isEmpty {
            Issue.record("\(terminal.script.count) events of the script have not happened")
        }
    }

    private static func isBalanced(_ text: String) -> Bool {
        let opened = text.count { "({".contains($0) }
        return opened <= text.count { ")}".contains($0) }
    }

    // MARK: - What a person does

    /// Bytes that arrive at once.
    func send(_ text: String) { terminal.append(.bytes(Array(text.utf8))) }

    /// Bytes that arrive at once and are followed by silence.
    func press(_ text: String) {
        send(text)
        pause(60)
    }

    /// Lines of which each arrives by itself, as a person types them.
    func type(_ text: String) {
        for line in text.split(separator: "\r", omittingEmptySubsequences: false).enumerated() {
            if line.offset > 0 { press("\r") }
            if !line.element.isEmpty { press(String(line.element)) }
        }
    }

    func paste(_ text: String) { send("\u{1B}[200~\(text)\u{1B}[201~") }

    func pause(_ milliseconds: Int) { terminal.append(.pause(milliseconds)) }

    func signal(_ signal: TerminalSignal) { terminal.append(.signal(signal)) }

    func resize(columns: Int, rows: Int) {
        terminal.append(.resize(columns: columns, rows: rows))
    }

    // MARK: - What the screen shows then

    func shows(_ text: String, sourceLocation: SourceLocation = #_sourceLocation) {
        terminal.append(
            .check { #expect($0.model.text == text, sourceLocation: sourceLocation) })
    }

    func check(
        sourceLocation: SourceLocation = #_sourceLocation, _ isSo: @escaping (ScreenModel) -> Bool
    ) {
        terminal.append(
            .check { terminal in
                #expect(
                    isSo(terminal.model), "the screen shows:\n\(terminal.model.text)",
                    sourceLocation: sourceLocation)
            })
    }

    /// Reads a cell; the script's end is the end of the input.
    func read(draft: String? = nil) -> CellInput { editor.readCell(prompt: "lc> ", draft: draft) }
}
