import LineEditing
import TerminalText
import TestSupport
import Testing

extension LineEditorTests {
    /// Colours and brackets.
    @Suite struct Look {
        /// Digits are green, and brackets and quotes are pairs, but within quotes.
        static func appearance(_ text: String) -> LineAppearance {
            let scalars = Array(text.unicodeScalars)
            let closers: [Unicode.Scalar: Unicode.Scalar] = [")": "(", "]": "[", "}": "{"]
            var pairs: [BracketPlaces] = []
            var open: [Int] = []
            for (place, scalar) in scalars.enumerated() {
                let isQuoted = open.last.map { scalars[$0] == "\"" } ?? false
                let closes = scalar == "\"" ? isQuoted : !isQuoted && closers[scalar] != nil
                if closes {
                    if let begin = open.popLast() { pairs.append((begin, place)) }
                } else if "([{\"".unicodeScalars.contains(scalar), !isQuoted {
                    open.append(place)
                }
            }
            let styles = scalars.indices.filter { ("0"..."9").contains(scalars[$0]) }.map {
                StyledRange($0..<$0 + 1, TextStyle([32]))
            }
            return LineAppearance(styles: styles, pairs: pairs, pairStyle: TextStyle([1, 4]))
        }

        private func session(columns: Int = 80) throws -> ScriptedSession {
            try ScriptedSession(columns: columns) { $0.appearance = Self.appearance }
        }

        @Test func `what is typed has its colours, and other keys change only what changes`() throws
        {
            let session = try session()
            session.send("a1b2")
            session.check { $0.styled(row: 0) == ["32: 1", "32: 2"] }
            session.send("\u{1B}[D\u{7F}")
            session.check { $0.text == "lc> a12" && $0.styled(row: 0) == ["32: 12"] }
            session.send("\u{1}x")
            session.check { $0.text == "lc> xa12" && $0.styled(row: 0) == ["32: 12"] }
            #expect(session.read() == .endOfInput)
        }

        @Test func `colours go on in the next row, behind wide and control characters`() throws {
            let session = try session(columns: 16)
            session.send("한글1\u{16}\u{1}23456789")
            session.check {
                $0.styled(row: 0) == ["32: 1", "32: 23456"] && $0.styled(row: 1) == ["32: 789"]
            }
            #expect(session.read() == .endOfInput)
        }

        @Test func `the pair of brackets at the cursor is shown, and goes when the cursor does`()
            throws
        {
            let session = try session()
            session.send("(a(b))")
            session.check { $0.styled(row: 0) == ["1;4: (", "1;4: )"] }
            session.send("\u{1B}[D\u{1B}[D\u{1B}[D")
            session.check { $0.text == "lc> (a(b))" && $0.styled(row: 0) == ["1;4: (", "1;4: )"] }
            session.check { $0.beforeCursor == "lc> (a(" }
            session.send("\u{1B}[D\u{1B}[D")
            session.check { $0.beforeCursor == "lc> (" && $0.styled(row: 0).count == 2 }
            session.send("\u{5}x")
            session.check { $0.styled(row: 0).isEmpty }
            #expect(session.read() == .endOfInput)
        }

        @Test func `the last drawing of a line marks no pair`() throws {
            let session = try session()
            session.send("(1)\r")
            #expect(session.read() == .text("(1)"))
            #expect(session.terminal.model.styled(row: 0) == ["32: 1"])
        }

        @Test func `prompts and outputs are marked where the terminal has a window`() throws {
            let session = try ScriptedSession { $0.marksPrompts = true }
            session.send("1\r")
            #expect(session.read() == .text("1"))
            #expect(session.terminal.model.commands == ["133;A", "133;B", "133;C"])
            #expect(session.terminal.written.contains("lc> \u{1B}]133;B\u{1B}\\1"))
        }
    }
}
