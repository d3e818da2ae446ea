import LineEditing
import Platform
import TestSupport
import Testing

extension LineEditorTests {
    /// Text pasted into a line.
    @Suite struct Pastes {
        @Test func `a paste that comes in pieces is whole`() throws {
            let session = try ScriptedSession()
            let bytes = Array("\u{1B}[200~print \"한글\"\rprint 5\u{1B}[201~".utf8)
            for start in stride(from: 0, to: bytes.count, by: 3) {
                let piece = Array(bytes[start..<min(start + 3, bytes.count)])
                session.terminal.append(.bytes(piece))
                session.pause(20)
            }
            session.check { $0.text.hasPrefix("lc> print \"한글\"") && $0.text.hasSuffix("print 5") }
            #expect(session.read() == .endOfInput)
        }

        @Test func `a paste whose end does not come ends by itself`() throws {
            let session = try ScriptedSession()
            session.send("\u{1B}[200~print (2 * 3)\nprint 7")
            session.pause(1999)
            session.send("8")
            session.pause(2000)
            session.shows("lc> print (2 * 3)\n    print 78")
            session.send("\r")
            #expect(session.read() == .text("print (2 * 3)\nprint 78"))
        }

        @Test func `lines that come at once without marks are a paste too`() throws {
            let session = try ScriptedSession()
            session.pause(10)
            session.send("x = 1\nprint (x + 1)\nprint 9\n")
            session.pause(100)
            session.shows("lc> x = 1\n    print (x + 1)\n    print 9")
            session.send("\r")
            #expect(session.read() == .text("x = 1\nprint (x + 1)\nprint 9"))
        }

        @Test func `lines that were typed ahead are cells`() throws {
            let session = try ScriptedSession()
            session.send("x = 1\rx = 2\rx = 3")
            #expect(session.read() == .text("x = 1"))
            #expect(session.read() == .text("x = 2"))
            session.shows("lc> x = 1\nlc> x = 2\nlc> x = 3")
            #expect(session.read() == .endOfInput)
        }

        @Test(arguments: [true, false])
        func `hundreds of lines arrive whole`(isMarked: Bool) throws {
            let text = (1...300).map { "x = x + \($0)  # line \($0)" }.joined(separator: "\n")
            let session = try ScriptedSession()
            session.pause(1)
            if isMarked { session.paste(text) } else { session.press(text) }
            session.check { $0.text.hasSuffix("# line 300") }
            session.send("\r")
            #expect(session.read() == .text(text))
        }

        @Test func `a paste is cleaned, and told of above the line`() throws {
            let session = try ScriptedSession {
                $0.clean = { paste, before in
                    CleanedPaste(text: paste.uppercased(), notes: ["after '\(before)'\u{1B}[2J"])
                }
            }
            session.send("a ")
            session.paste("b\u{1B}]0;title\u{7}")
            session.check { $0.text.hasPrefix("  after 'a '") && $0.text.contains("lc> a B") }
            #expect(session.read() == .endOfInput)
            let written = session.terminal.written
            #expect(!written.contains("\u{1B}[2J") && !written.contains("\u{1B}]0"))
        }

        @Test func `Ctrl-T takes in what was left out of a paste, and leaves it out again`() throws
        {
            for presses in 0...3 {
                let session = try ScriptedSession {
                    $0.clean = { paste, _ in CleanedPaste(text: "a", notes: [], full: paste) }
                }
                session.send("x ")
                session.paste("a b")
                session.send(String(repeating: "\u{14}", count: presses) + "\r")
                #expect(session.read() == .text(presses % 2 == 1 ? "x a b" : "x a"))
            }
        }

        @Test func `Ctrl-C in the middle of a paste drops all of it`() throws {
            let session = try ScriptedSession()
            session.send("\u{1B}[200~print \"a\"\rprint")
            session.pause(30)
            session.signal(.interrupt)
            session.send(" \"b\"\rprint \"c\"\u{1B}[201~")
            #expect(session.read() == .interrupted)
            session.send("print \"d\"\r")
            #expect(session.read() == .text("print \"d\""))
        }
    }
}
