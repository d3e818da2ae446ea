import LineEditing
import Platform
import Plotting
import Session
import Syntax

/// Where output goes, and what can be shown there.
struct Terminal: Sendable {
    let isInteractive: Bool
    /// Whether somebody types and reads: both standard input and output are a terminal.
    let isConversation: Bool
    private let errorsAreShown: Bool
    /// It prints and does nothing else: no colours, no moves.
    let isPlain: Bool
    private let depth: TerminalStyle.ColourDepth
    private let unicode: Bool

    init() {
        isInteractive = StandardStream.output.isTerminal
        isConversation = isInteractive && StandardStream.input.isTerminal
        errorsAreShown = StandardStream.errors.isTerminal
        let term = CurrentProcess.variable("TERM") ?? "dumb"
        isPlain = term == "dumb"
        let locale =
            ["LC_ALL", "LC_CTYPE", "LANG"].compactMap(CurrentProcess.variable).first { !$0.isEmpty }
            ?? "C.UTF-8"
        unicode =
            term != "dumb" && ["UTF-8", "UTF8"].contains { locale.uppercased().hasSuffix($0) }
            || !isInteractive
        let noColour = CurrentProcess.variable("NO_COLOR").map { !$0.isEmpty } ?? false
        let trueColour = ["truecolor", "24bit"].contains(CurrentProcess.variable("COLORTERM") ?? "")
        depth =
            noColour || term == "dumb" || !isInteractive
            ? .none
            : trueColour || term.contains("direct") || term.contains("kitty")
                ? .trueColour : .palette256
    }

    var columns: Int { size.columns }

    var rows: Int { size.rows }

    /// The window's size; 80 × 24 where there is none.
    private var size: (columns: Int, rows: Int) {
        if isInteractive {
            let window = WindowSize.current
            return (window.columns, window.rows)
        }
        return (CurrentProcess.variable("COLUMNS").flatMap(Int.init) ?? 80, 24)
    }

    var style: TerminalStyle {
        TerminalStyle(columns: size.columns, rows: size.rows, colour: depth, unicode: unicode)
    }

    func renderer(showsLocation: Bool) -> DiagnosticRenderer {
        DiagnosticRenderer(
            showsLocation: showsLocation, usesColour: errorsAreShown && depth != .none,
            columns: errorsAreShown ? columns : 100, wraps: errorsAreShown && isInteractive)
    }

    func dim(_ text: String) -> String { depth == .none ? text : "\u{1B}[2m\(text)\u{1B}[0m" }

    func dimError(_ text: String) -> String { errorsAreShown ? dim(text) : text }

    // MARK: - Writing

    func write(_ text: String) { StandardStream.output.write(text) }

    func writeError(_ text: String) { StandardStream.errors.write(text + "\n") }

    /// Says in one sentence why something cannot be done, and what to do instead.
    func writeFailure(_ message: String, hint: String?) {
        let sentence = "lc: error: \(message)" + (hint.map { " (\($0))" } ?? "")
        writeError(DisplayLines.make(sentence, columns: nil))
    }
}
