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

    /// Writes lines, a newline behind each.
    func write(_ lines: [ShownText]) {
        let page = terminal.rows - 1
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
        walk(lines, reader, page: page)
    }

    private func walk(_ lines: [ShownText], _ reader: LineEditor, page: Int) {
        var walk = PageWalk(lines.map(\.plain), page: page)
        show(lines.prefix(page))
        var note = ""
        while walk.left > 0 {
            let begin = ContinuousClock.now
            let choice = reader.askForMore(question(walk, note))
            waited += (ContinuousClock.now - begin).seconds
            walk.page = max(1, terminal.rows - 1)
            note = ""
            switch walk.take(choice) {
            case .further(let range): show(lines[range], marking: walk.pattern)
            case .anew(let range):
                terminal.write(ShownText(.clear))
                show(lines[range], marking: walk.pattern)
            case .notFound: note = "not found; "
            case .end:
                let left = "  \(walk.left) lines not shown; last shows all of it"
                let shown = DisplayLines.make(left, columns: terminal.columns)
                terminal.write("\(terminal.dim(shown))\n")
                Interrupt.reset()
                return
            }
        }
    }

    /// What can be done, in 80 columns with the way out; in a narrower window little more than that.
    private func question(_ walk: PageWalk, _ note: String) -> String {
        let further = walk.pattern.isEmpty ? "/ search, G all" : "/ search, n next"
        let text =
            "  \(note)\(walk.left) more line\(walk.left == 1 ? "" : "s"): Space a page, Enter a line, b back, \(further), q end"
        return text.count < terminal.columns ? text : "  \(note)\(walk.left) more; q ends"
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
    private func show(_ lines: ArraySlice<ShownText>, marking pattern: String = "") {
        // Lines that Ctrl-C cut short while they were made.
        if Abandonment.isRequested {
            return terminal.write("\(terminal.dim("  the output is not shown"))\n")
        }
        // What Ctrl-C has left of a run is shown: only a later one ends this.
        let before = Interrupt.latest
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
