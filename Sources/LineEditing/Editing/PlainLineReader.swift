import Platform
import TerminalText

/// Reads cells on a terminal that can do no more than print: the terminal itself edits the line, and
/// nothing is written but the prompt.
package final class PlainLineReader: CellReader {
    private let isComplete: (String) -> Bool
    private let source: any ByteSource
    private let screen: any Screen
    private var history: LineHistory
    /// Bytes that came before they were asked for.
    private var ahead: [UInt8] = []

    /// The reader on the process's own terminal.
    package convenience init(_ configuration: EditorConfiguration) {
        let terminal = ProcessTerminal()
        self.init(configuration, source: terminal, screen: terminal)
    }

    package init(
        _ configuration: EditorConfiguration, source: any ByteSource, screen: any Screen
    ) {
        isComplete = configuration.isComplete
        self.source = source
        self.screen = screen
        history = LineHistory(configuration.history)
    }

    /// Reads one cell; what is typed goes on from the draft, which stands behind the prompt.
    package func readCell(prompt: String, draft: String?) -> CellInput {
        source.discard([.interrupt, .resize, .suspend, .resume])
        var text = draft ?? ""
        tookPaste = !ahead.isEmpty
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        let margin = String(repeating: " ", count: LineLayout.columns(prompt))
        screen.write(ShownText(lines: prompt + lines.joined(separator: "\n" + margin)))
        while let line = nextLine() {
            guard case .text(let more) = line else {
                screen.write("\n")
                return line
            }
            text += more
            tookPaste = tookPaste || !ahead.isEmpty
            if isComplete(text) || Self.isGivenUp(text) { return .text(text) }
            text += "\n"
            screen.write(ShownText(margin))
        }
        screen.write("\n")
        return .endOfInput
    }

    /// Whether three empty lines say that nothing will complete a text.
    static func isGivenUp(_ text: String) -> Bool {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        return lines.count > 3 && lines.suffix(3).allSatisfy { $0.allSatisfy { $0 == " " } }
    }

    /// The next line, or that there was a Ctrl-C; nil at the end of the input.
    private func nextLine() -> CellInput? {
        while true {
            if let end = ahead.firstIndex(of: 0x0A) {
                let line = String(decoding: ahead[..<end], as: UTF8.self)
                ahead.removeFirst(end + 1)
                return .text(line)
            }
            switch source.wait(milliseconds: nil) {
            case .bytes(let bytes): ahead += bytes
            case .signal(.interrupt):
                ahead = []
                return .interrupted
            case .signal, .silence: continue
            case .end: return nil
            }
        }
    }

    /// A line behind which others came at once was hardly typed.
    package private(set) var tookPaste = false

    package func remember(_ entry: HistoryEntry) { history.add(entry) }

    package func dropSuggestion(_ entry: String) {}

    package var entries: [HistoryEntry] {
        history.entries.indices.map { history.origin(of: $0) }
    }

    package var isTypedAhead: Bool { !ahead.isEmpty || source.isReadable }

    package func close() {}
}
