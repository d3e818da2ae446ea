import LineEditing
import TestSupport
import Testing

extension LineEditorTests {
    /// What may follow the text.
    @Suite struct Offers {
        @Test func `a suggestion is dim, is taken by Right or Ctrl-F, and is never in the way`()
            throws
        {
            let session = try ScriptedSession(history: ["print \"first one\""]) {
                $0.suggestion = { $0 == "loss " ? Suggestion(text: "svm", note: " a loss") : nil }
            }
            session.send("pri")
            session.check { $0.hint == "nt \"first one\"" && $0.beforeCursor == "lc> pri" }
            session.send("nt 5")
            session.check { $0.hint.isEmpty && $0.text == "lc> print 5" }
            session.send("\u{7F}\u{1B}[D\u{1B}[C")
            session.check { $0.hint == "\"first one\"" }
            session.send("\u{6}")
            session.check { $0.beforeCursor == "lc> print \"first one\"" }
            session.send("\u{15}loss ")
            session.check { $0.hint == "svm a loss" }
            session.send("\u{1B}[C\r")
            #expect(session.read() == .text("loss svm"))
        }

        @Test func `what failed is not suggested`() throws {
            let session = try ScriptedSession(history: ["print one", "print two"])
            session.editor.dropSuggestion("print two")
            session.send("pri")
            session.check { $0.hint == "nt one" }
            #expect(session.read() == .endOfInput)
        }

        @Test func `Tab completes, or lists what there is until the next key`() throws {
            let words = ["help", "history", "sgd "]
            let session = try ScriptedSession {
                $0.completions = { before in
                    let word = before.split(separator: " ").last.map(String.init) ?? ""
                    let fitting = words.filter { $0.hasPrefix(word) }
                    return Completions(
                        replaced: word.count,
                        candidates: fitting.map { .init(text: $0, detail: "what it does") })
                }
            }
            session.send("he\t")
            session.shows("lc> help")
            session.check { $0.cursorColumn == 9 }
            session.send("h\t")
            session.shows("lc> help h\n  help     what it does\n  history  what it does")
            session.send("i")
            session.shows("lc> help hi")
            session.send("\t\r")
            #expect(session.read() == .text("help history "))
        }

        @Test func `nothing that is suggested, listed or found acts on the terminal`() throws {
            let session = try ScriptedSession(history: ["print \"\u{1B}]0;title\u{7}\u{1B}[2J\""]) {
                $0.completions = { _ in
                    Completions(
                        replaced: 0,
                        candidates: ["\u{1B}[2Ja", "\u{1B}]0b"].map { .init(text: $0, detail: $0) })
                }
            }
            session.send("pri")
            session.check { $0.hint.contains("^[]0;title^G") }
            session.send("\u{15}\u{12}title")
            session.check { $0.text.contains("^[]0;title^G") }
            session.send("\u{7}x\t")
            session.check { $0.text.contains("^[") }
            #expect(session.read() == .endOfInput)
            let written = session.terminal.written
            #expect(!written.contains("\u{1B}]0") && !written.contains("\u{1B}[2J"))
        }
    }
}
