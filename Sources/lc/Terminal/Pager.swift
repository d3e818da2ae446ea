import Files
import LineEditing
import Platform
import Session
import Synchronization
import TerminalText

/// Shows what is taller than the window a screenful at a time, where someone sits in front of it: by
/// itself, or by `$PAGER`.
///
/// Used from the main thread only, like the reader that it asks.
final class Pager: @unchecked Sendable {
    private let terminal: Terminal
    /// Who can be asked; nil outside a session.
    var reader: LineEditor?
    /// What is shown now is shown whole: somebody asked for it again.
    var isOff = false
    /// How long the reader has waited for answers, in seconds.
    private(set) var waited = 0.0

    init(_ terminal: Terminal) { self.terminal = terminal }

    /// Writes lines, a newline behind each, as they are made for some columns; for none they are not wrapped.
    func write(_ make: @escaping (_ columns: Int?) -> [ShownText]) {
        let page = terminal.rows - 1
        let lines = make(terminal.isInteractive ? terminal.columns : nil)
        guard let reader, terminal.canRewrite, !isOff, lines.count > page, page > 2,
            !reader.isTypedAhead
        else { return show(lines[...]) }
        let begin = ContinuousClock.now
        if let program = CurrentProcess.variable("PAGER"), !program.isEmpty,
            lend(lines, to: program, reader)
        {
            waited += (ContinuousClock.now - begin).seconds
            return
        }
        walk(PagedText(columns: terminal.columns, rows: terminal.rows, make), reader, make)
    }

    private func walk(
        _ text: PagedText, _ reader: LineEditor, _ make: (_ columns: Int?) -> [ShownText]
    ) {
        var text = text
        show(text.lines.prefix(text.walk.page))
        var note = ""
        var isDone = text.walk.left == 0
        while !isDone {
            let begin = ContinuousClock.now
            // A Ctrl-C from here on that does not answer the question is for what is shown then.
            let before = Interrupt.latest
            let choice = reader.askForMore(question(text, note))
            waited += (ContinuousClock.now - begin).seconds
            note = ""
            if case .save(let path) = choice { note = save(make(nil), in: path) }
            if choice == .keys { showKeys(reader) }
            switch text.take(choice, columns: terminal.columns, rows: terminal.rows) {
            case .further(let range):
                show(text.shown(range), marking: text.pattern, since: before)
                isDone = text.walk.left == 0
            case .anew(let range):
                terminal.write(ShownText(.clear))
                if let header = text.header(above: range.lowerBound) {
                    terminal.write("\(terminal.dim(header))\n")
                }
                show(text.shown(range), marking: text.pattern, since: before)
                // The end is where the last line has been come to by pages.
                isDone = text.walk.left == 0 && (choice == .page || choice == .line)
            case .notFound: note = "not found; "
            case .end:
                return end(left: text.walk.left)
            }
        }
    }

    private func end(left: Int) {
        Interrupt.reset()
        guard left > 0 else { return }
        let text = "  \(left) lines not shown; last shows all of it"
        let shown = DisplayLines.make(text, columns: terminal.columns)
        terminal.write("\(terminal.dim(shown))\n")
    }

    private func showKeys(_ reader: LineEditor) {
        let width = LineEditor.pagerKeys.map(\.key.count).max() ?? 0
        let lines = LineEditor.pagerKeys.map {
            "  " + TerminalText.pad($0.key, columns: width + 2) + $0.meaning
        }
        terminal.write(ShownText(.clear))
        show(DisplayLines.list(lines.joined(separator: "\n"), columns: terminal.columns)[...])
        _ = reader.askForMore("  any key goes back")
    }

    /// Writes all lines in a file that is not there yet.
    ///
    /// - Returns: what is said of it.
    private func save(_ lines: [ShownText], in path: String) -> String {
        let place = WordArgument.path(path)
        guard !FileSystem.exists(place) else { return "\(path) is there already; " }
        let text = lines.map { $0.plain + "\n" }.joined()
        let isWritten = (try? AtomicFile.write(Array(text.utf8), to: place)) != nil
        return isWritten ? "saved in \(path); " : "\(path) cannot be written; "
    }

    /// What can be done, in 80 columns with the way out; in a narrower window little more than that.
    private func question(_ text: PagedText, _ note: String) -> String {
        let left = text.walk.left
        let lines = left == 0 ? "the end" : "\(left) more line\(left == 1 ? "" : "s")"
        let further = text.walk.pattern.isEmpty ? "G all" : "n next"
        let whole =
            "  \(note)\(lines), \(text.walk.percent) %: Space a page, b back, / search, \(further), H keys, q end"
        let narrow = "  \(note)\(lines), \(text.walk.percent) %; H keys, q end"
        return [whole, narrow].first { TerminalText.columns($0) < terminal.columns }
            ?? "  \(note)\(left) more; q ends"
    }

    /// Gives the lines to a program; false where they cannot be written for it.
    private func lend(_ lines: [ShownText], to program: String, _ reader: LineEditor) -> Bool {
        guard let folder = StateFolder.make("drafts") else { return false }
        let path = folder + "/page-\(CurrentProcess.id).txt"
        defer { try? FileSystem.remove(path) }
        let text = lines.map { $0.encoded + "\n" }.joined()
        guard (try? AtomicFile.write(Array(text.utf8), to: path)) != nil else { return false }
        let command = "LESS=\"${LESS:--FRX}\" \(program) < \(ShellCommand.quoted(path))"
        return reader.lendTerminal { ShellCommand.run(command) } == 0
    }

    /// Shows lines; those that are left where Ctrl-C comes are not shown, and a line says so.
    private func show(
        _ lines: ArraySlice<ShownText>, marking pattern: String = "",
        since before: Int = Interrupt.latest
    ) {
        // Lines that Ctrl-C cut short while they were made.
        if Abandonment.isRequested, Interrupt.latest == before {
            return terminal.write("\(terminal.dim("  the output is not shown"))\n")
        }
        // What Ctrl-C has left of a run is shown: only a later one ends this.
        var next = lines.startIndex
        while next < lines.endIndex {
            if Abandonment.isRequested || Interrupt.latest != before {
                return terminal.write(
                    "\(terminal.dim("  \(lines.endIndex - next) lines not shown"))\n")
            }
            let piece = next..<min(lines.endIndex, next + Self.pieceLines)
            terminal.write(lines[piece].map { $0.marking(pattern, .inverse) + "\n" }.joined())
            next = piece.upperBound
        }
    }

    /// About how many lines a terminal takes at once in no time.
    private static let pieceLines = 200
}
