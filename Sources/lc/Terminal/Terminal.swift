import LineEditing
import Platform
import Plotting
import Session
import Syntax
import TerminalText

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

    /// - Parameter isPlain: whether it is used as one that can only print.
    init(isPlain: Bool = false) {
        isInteractive = StandardStream.output.isTerminal
        isConversation = isInteractive && StandardStream.input.isTerminal
        errorsAreShown = StandardStream.errors.isTerminal
        let term = CurrentProcess.variable("TERM") ?? "dumb"
        self.isPlain = isPlain || TerminalColours.isPlain(term)
        features = .own(isPlain: self.isPlain || !isInteractive)
        let locale =
            ["LC_ALL", "LC_CTYPE", "LANG"].compactMap(CurrentProcess.variable).first { !$0.isEmpty }
            ?? "C.UTF-8"
        unicode =
            !TerminalColours.isPlain(term)
            && ["UTF-8", "UTF8"].contains { locale.uppercased().hasSuffix($0) }
            || !isInteractive
        let noColour = CurrentProcess.variable("NO_COLOR").map { !$0.isEmpty } ?? false
        depth =
            noColour || !isInteractive || isPlain
            ? .none
            : TerminalColours.depth(term, promise: CurrentProcess.variable("COLORTERM") ?? "")
    }

    let features: TerminalFeatures

    /// Whether a line that is shown can be written over.
    var canRewrite: Bool { isInteractive && !isPlain }

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

    /// The colours of typed text.
    var roleColours: RoleColours {
        switch ColourChoice.chosen {
        case .auto: RoleColours(depth: depth, background: Background.answered ?? .told)
        case .dark: RoleColours(depth: depth, background: .dark)
        case .light: RoleColours(depth: depth, background: .light)
        case .none: RoleColours(depth: .none, background: .unknown)
        }
    }

    /// Whether its background matters and it may answer which colour that has.
    var asksBackground: Bool { depth != .none && features.isWindow }

    func dim(_ text: ShownText) -> ShownText { depth == .none ? text : text.styled(.dim) }

    func dimError(_ text: ShownText) -> ShownText { errorsAreShown ? dim(text) : text }

    // MARK: - Writing

    func write(_ text: ShownText) { ShownOutput.write(text) }

    func writeError(_ text: ShownText) { ShownOutput.writeError(text) }

    /// Says in one sentence why something cannot be done, and what to do instead.
    func writeFailure(_ message: String, hint: String?) {
        let hint: ShownText = hint.map { " (\($0))" } ?? ""
        writeError("lc: error: \(message)\(hint)")
    }
}
