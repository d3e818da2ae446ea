import LineEditing
import TestSupport
import Testing

extension LineEditorTests {
    /// vi's objects, registers and shifts, on one line and on several.
    @Suite struct ViObjectTests {
        /// What is on the line, the cursor at its beginning; keys, and what is entered then.
        @Test(arguments: [
            ("sgd lr=0.1 batch=64", "wciwmomentum\u{1B}", "sgd momentum=0.1 batch=64"),
            ("sgd lr=0.1 batch=64", "wcia1e-3\u{1B}", "sgd lr=1e-3 batch=64"),
            ("sgd lr=0.1 batch=64", "wdaa", "sgd batch=64"),
            ("sgd lr=0.1 batch=64", "$daa", "sgd lr=0.1"),
            ("sgd lr=[1, 2] batch=64", "wcia(1 + 2)\u{1B}", "sgd lr=(1 + 2) batch=64"),
            ("sgd lr=0.1 batch=64", "wcia1\u{1B}W.", "sgd lr=1 batch=1"),
            ("load csv \"a b.csv\" label=1", "wwci\"c.csv\u{1B}", "load csv \"c.csv\" label=1"),
            ("load csv \"a b.csv\" label=1", "ci\"c.csv\u{1B}", "load csv \"c.csv\" label=1"),
            ("load csv \"a b.csv\" label=1", "wwwwdaa", "load csv label=1"),
            ("print \")\" + f(1, g(2))", "f2di(", "print \")\" + f(1, g())"),
            ("print \")\" + f(1, g(2))", "f,da(", "print \")\" + f"),
            ("print \")\" + f(1, g(2))", "f(%rx", "print \")\" + f(1, g(2)x"),
            ("xs = [1, 2]", "ci[3\u{1B}", "xs = [3]"), ("a b", "diw", " b"), ("a b", "daw", "b"),
            ("a b", "wdaw", "a"), ("a bc.d e", "wdiW", "a  e"), ("정확도 손실", "wciw률\u{1B}", "정확도 률"),
            ("a b", "dix", "a b"), ("a b", "di(", "a b"), ("", "diwdaadi(", ""),
            ("f {\n  a 1\n  b 2\n}", "di{", "f {\n}"),
            ("f {\n  a 1\n  b 2\n}", "jci{c\u{1B}", "f {\n  c\n}"),
            ("f {\n  a 1\n  b 2\n}", "jda{", "f "),
            ("f { a 1 }", "wwci{b\u{1B}", "f {b}"), ("f {\n}", "di{", "f {}"),
            ("f {\n  a 1\n  b 2\n}", "j>>", "f {\n    a 1\n  b 2\n}"),
            ("f {\n  a 1\n  b 2\n}", "j2<<", "f {\na 1\nb 2\n}"),
            ("f {\n  a 1\n  b 2\n}", "j>jj.", "f {\n    a 1\n      b 2\n  }"),
            ("a b c", "\"xdwdw\"xP", "a c"), ("a b c", "\"xdwdwP", "b c"),
            ("a b c", "\"zp", "a b c"),
            ("a b c", "w\u{16}ld", "a c"), ("a b c", "\u{16}wd", " c"),
            ("a b c", "\u{16}$cx\u{1B}", "x"),
            ("a b c", "\u{16}woyP", "a ba b c"), ("f(a, b)", "\u{16}i(d", "f()"),
            ("f {\n  a 1\n  b 2\n}", "jVjd", "f {\n}"),
            ("f {\n  a 1\n  b 2\n}", "jVj>", "f {\n    a 1\n    b 2\n}"),
            ("f {\n  a 1\n}", "jVcb\u{1B}", "f {\n  b\n}"),
            ("f {\n  a 1\n}", "VVx", " {\n  a 1\n}"),
            ("a b", "V\u{1B}x", " b"), ("a b", "Vu~", "A b"),
            ("abc", "xu", "abc"), ("abc", "3x", ""), ("a b c d", "d2w.", ""),
        ])
        func `an object is what stands around the cursor`(
            line: String, keys: String, entered: String
        )
            throws
        {
            let session = try ScriptedSession(settings: "bind -v\n") {
                $0.isComplete = { _ in true }
                $0.appearance = LineEditorTests.Look.appearance
            }
            session.paste(line)
            session.pause(100)
            session.press("\u{1B}")
            session.press("gg0")
            for key in keys.unicodeScalars { session.press(String(key)) }
            session.send("\r")
            #expect(session.read() == .text(entered))
        }

        @Test func `what is chosen is shown`() throws {
            let session = try ScriptedSession(settings: "bind -v\n")
            session.send("one two")
            session.press("\u{1B}")
            session.press("b")
            session.press("\u{16}")
            session.press("l")
            session.check { $0.inverse == "tw" }
            session.press("V")
            session.check { $0.inverse == "one two" }
            session.press("\u{1B}")
            session.check { $0.inverse == "" }
            #expect(session.read() == .endOfInput)
        }

        @Test func `what editrc binds in the command mode is its user's`() throws {
            let session = try ScriptedSession(settings: "bind -v\nbind -a x ed-move-to-beg\n")
            session.send("abc")
            session.press("\u{1B}")
            session.press("x")
            session.press("i-")
            session.send("\r")
            #expect(session.read() == .text("-abc"))
        }
    }
}
