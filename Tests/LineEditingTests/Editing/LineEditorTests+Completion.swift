import LineEditing
import TestSupport
import Testing

extension LineEditorTests {
    /// The list of candidates, and what is said below the line.
    @Suite struct Completing {
        private static let words = ["batch=", "beta=", "decay=", "epochs="]

        private func session(_ words: [String] = words, rows: Int = 24) throws -> ScriptedSession {
            try ScriptedSession(rows: rows) {
                $0.completions = { before in
                    let word =
                        before.split(separator: " ", omittingEmptySubsequences: false).last ?? ""
                    let found = words.filter { $0.contains(word) }
                    return Completions(
                        replaced: word.unicodeScalars.count,
                        candidates: found.map { .init(text: $0, detail: "about \($0)") })
                }
            }
        }

        @Test func `Tab lists, arrows choose, Enter takes`() throws {
            let session = try session()
            session.send("sgd \t")
            session.check { $0.rows[1].hasPrefix("  batch=   about batch=") && $0.inverse.isEmpty }
            session.send("\t")
            session.check { $0.inverse == "batch=" && $0.rows[1].hasPrefix("› batch=") }
            session.send("\u{1B}[B\u{1B}[B\u{1B}[A")
            session.check { $0.inverse == "beta=" && $0.beforeCursor == "lc> sgd" }
            session.send("\u{1B}[Z\u{1B}[Z")
            session.check { $0.inverse == "epochs=" }
            session.send("\r")
            session.shows("lc> sgd epochs=")
            session.send("3\r")
            #expect(session.read() == .text("sgd epochs=3"))
        }

        @Test func `Down enters the list, and Escape or Ctrl-C leaves it`() throws {
            let session = try session()
            session.press("sgd \t\u{1B}[B\u{1B}")
            session.shows("lc> sgd")
            session.send("\t\t\u{3}")
            session.shows("lc> sgd")
            session.send("\t\t9")
            session.shows("lc> sgd batch=9")
            #expect(session.read() == .endOfInput)
        }

        @Test func `a list that is taller than the window scrolls with what is chosen`() throws {
            let session = try session((1...60).map { "word\($0)x" }, rows: 14)
            session.send("word\t\t" + String(repeating: "\u{1B}[B", count: 29))
            session.check {
                $0.inverse == "word30x" && $0.text.contains("30 of 60") && $0.rows[0] == "lc> word"
            }
            session.send("\u{1B}[5~\r")
            session.shows("lc> word22x")
            #expect(session.read() == .endOfInput)
        }

        @Test func `a word is completed inside, from its middle, and by what is in it`() throws {
            let session = try session()
            session.send("sgd batch=64")
            session.send(String(repeating: "\u{1B}[D", count: 6) + "\t")
            session.shows("lc> sgd batch=64")
            session.check { $0.beforeCursor == "lc> sgd batch=" }
            session.send("\u{15}sgd poch\t")
            session.shows("lc> sgd epochs=")
            #expect(session.read() == .endOfInput)
        }

        @Test func `remarks are whole in a narrow window`() throws {
            let session = try ScriptedSession(columns: 20) {
                $0.remarks = { _, _ in ["one two three 'four' five"] }
            }
            session.send("x")
            session.pause(500)
            session.shows("lc> x\n  one two three\n    'four' five")
            #expect(session.read() == .endOfInput)
        }

        @Test func `remarks appear below the line when typing pauses, and go with the next key`()
            throws
        {
            let session = try ScriptedSession {
                $0.remarks = { text, cursor in
                    text.contains("!") ? ["error: \(text) at \(cursor)\u{1B}[2J"] : []
                }
            }
            session.send("a!")
            session.pause(100)
            session.send("b")
            session.shows("lc> a!b\n  error: a!b at 3[2J")
            session.check { $0.beforeCursor == "lc> a!b" && $0.cursorRow == 0 }
            session.send("\u{7F}\u{7F}")
            session.shows("lc> a")
            session.send("!\r")
            #expect(session.read() == .text("a!"))
            #expect(session.terminal.model.text == "lc> a!")
        }

        @Test func `F1 says what the word is until the next key`() throws {
            let session = try ScriptedSession { $0.help = { text, _ in "page of \(text)\nmore" } }
            session.send("sgd\u{1B}OP")
            session.shows("lc> sgd\npage of sgd\nmore")
            session.send(" ")
            session.shows("lc> sgd")
            #expect(session.read() == .endOfInput)
        }
    }
}
