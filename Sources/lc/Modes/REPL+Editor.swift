import LineEditing
import Session
import Syntax

/// What the line editor asks the session.
extension REPL {
    var configuration: EditorConfiguration {
        let session = runner.session
        let terminal = runner.terminal
        let historyFile = historyFile
        let lastScript = lastScript
        var configuration = EditorConfiguration(
            isComplete: { text in
                LineWords.request(text, in: session) != nil
                    || !lastScript.parse(text, cell: session.nextCell).isIncomplete
            },
            completions: { before in CompletionList.make(before, session) },
            suggestion: { before in
                Completion.suggestion(for: before, in: session).map {
                    Suggestion(text: $0.text, note: $0.note)
                }
            },
            clean: { paste, before in PasteReview(paste, after: before, session).cleaned },
            history: historyFile?.entries() ?? [])
        configuration.appearance = { LineLook.appearance(of: $0, session, terminal.roleColours) }
        if terminal.asksBackground {
            configuration.takeBackground = { Background.answered = Background($0) }
        }
        configuration.remarks = { text, cursor in
            if LineWords.request(text, in: session) != nil { return [] }
            let before = String(String.UnicodeScalarView(text.unicodeScalars.prefix(cursor)))
            return Remarks.lines(for: text, before: before, in: session)
        }
        configuration.lastArgument = { LastArgument.text(in: $0) }
        configuration.refreshHistory = { history in
            for entry in historyFile?.news() ?? [] { history.insert(entry) }
        }
        configuration.marksPrompts = terminal.features.isWindow
        configuration.shapesCursor = terminal.features.hasCursorShapes
        configuration.origin = EntryOrigin.short
        configuration.help = { text, cursor in
            let before = String(String.UnicodeScalarView(text.unicodeScalars.prefix(cursor)))
            return WordHelp.text(at: before.utf8.count, of: text, in: session)
        }
        configuration.editExternally = { text, line, column in
            do throws(Failure) {
                return .text(try ExternalEditor.edit(text, line: line, column: column))
            } catch {
                return .problem(error.message + (error.hint.map { " (\($0))" } ?? ""))
            }
        }
        return configuration
    }
}
