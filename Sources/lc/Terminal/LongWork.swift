import LineEditing
import Session
package import TerminalText

/// Tells that long work has ended to somebody whose window is elsewhere.
package struct LongWork {
    private static let limit = 10.0
    private let begin = ContinuousClock.now
    private let editor: LineEditor
    private let features: TerminalFeatures

    /// Work begins; nil in a terminal that has no window.
    init?(_ editor: LineEditor?, _ features: TerminalFeatures) {
        guard let editor, features.isWindow else { return nil }
        self.editor = editor
        self.features = features
        editor.watchFocus()
    }

    /// The work has ended. What was typed meanwhile stays for the next line.
    func end(_ statement: String, _ terminal: Terminal) {
        let seconds = (ContinuousClock.now - begin).seconds
        guard editor.windowIsElsewhere() else { return }
        terminal.write(Self.notice(of: statement, after: seconds, features))
    }

    /// What tells that a statement has ended; nothing after short work.
    package static func notice(
        of statement: String, after seconds: Double, _ features: TerminalFeatures
    ) -> ShownText {
        guard seconds >= limit else { return "" }
        guard features.showsMessages else { return ShownText(.bell) }
        let line = statement.split(separator: "\n").first.map(String.init) ?? ""
        return ShownText(.bell) + ShownText(.message("lc: \(line) has ended"))
    }
}
