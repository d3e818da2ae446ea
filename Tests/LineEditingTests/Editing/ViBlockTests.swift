import LineEditing
import TestSupport
import Testing

extension LineEditorTests {
    /// vi's commands on a block of lines.
    @Suite struct ViBlockTests {
        fileprivate static let block = "f {\n  one two\n  three\n}"

        /// Keys from the `t` of `two` on, and what is entered then.
        @Test(arguments: [
            ("x", "f {\n  one wo\n  three\n}"), ("9x", "f {\n  one \n  three\n}"),
            ("0x", "f {\n one two\n  three\n}"), ("^x", "f {\n  ne two\n  three\n}"),
            ("$x", "f {\n  one tw\n  three\n}"), ("D", "f {\n  one \n  three\n}"),
            ("dd", "f {\n  three\n}"), ("2dd", "f {\n}"), ("d2d", "f {\n}"),
            ("ddp", "f {\n  three\n  one two\n}"), ("ddP", "f {\n  one two\n  three\n}"),
            ("yyjp", "f {\n  one two\n  three\n  one two\n}"), ("dj", "f {\n}"),
            ("dk", "  three\n}"),
            ("Cnew\u{1B}", "f {\n  one new\n  three\n}"), ("ccnew\u{1B}", "f {\n  new\n  three\n}"),
            ("Ia\u{1B}", "f {\n  aone two\n  three\n}"),
            ("Ab\u{1B}", "f {\n  one twob\n  three\n}"),
            ("onew\u{1B}", "f {\n  one two\n  new\n  three\n}"),
            ("Onew\u{1B}", "f {\n  new\n  one two\n  three\n}"), ("J", "f {\n  one two three\n}"),
            ("dw", "f {\n  one \n  three\n}"), ("bdw", "f {\n  two\n  three\n}"),
            ("bcwnew\u{1B}w.", "f {\n  new new\n  three\n}"),
            ("cw1\u{1B}.", "f {\n  one 1\n  three\n}"), ("x.", "f {\n  one o\n  three\n}"),
            ("x2.", "f {\n  one \n  three\n}"), ("xu", "f {\n  one two\n  three\n}"),
            ("bcwnew words\u{1B}u", "f {\n  one two\n  three\n}"),
            ("xx2u", "f {\n  one two\n  three\n}"),
            ("rT", "f {\n  one Two\n  three\n}"), ("3~", "f {\n  one TWO\n  three\n}"),
            ("0fox", "f {\n  ne two\n  three\n}"), ("0fo;x", "f {\n  one tw\n  three\n}"),
            ("bdtw", "f {\n  wo\n  three\n}"), ("Gx0ggx", " {\n  one two\n  three"),
            ("gg%rx", "f {\n  one two\n  three\nx"), ("d\u{1B}[Dx", "f {\n  onetwo\n  three\n}"),
            ("d\u{1B}x", "f {\n  one wo\n  three\n}"),
            ("ggcwg\u{1B}", "g {\n  one two\n  three\n}"),
            ("ggcWg\u{1B}", "g {\n  one two\n  three\n}"),
            ("2wx", "f {\n  one two\n  three"), ("d2w", "f {\n  one }"),
        ])
        func `a command acts on its line`(keys: String, entered: String) throws {
            let session = try ScriptedSession(settings: "bind -v\n") {
                $0.isComplete = { _ in true }
                $0.appearance = LineEditorTests.Look.appearance
            }
            session.paste(Self.block)
            session.pause(100)
            session.press("\u{1B}")
            session.press("ggjwwh")
            session.press("l")
            // A key's sequence comes at once.
            for (place, piece) in keys.split(
                separator: "\u{1B}[D", omittingEmptySubsequences: false
            ).enumerated() {
                if place > 0 { session.press("\u{1B}[D") }
                for key in piece.unicodeScalars { session.press(String(key)) }
            }
            session.send("\r")
            #expect(session.read() == .text(entered))
        }

        @Test
        func `Escape at the beginning of a line stays there, and beyond the block is the history`()
            throws
        {
            let session = try ScriptedSession(history: ["first", "second"], settings: "bind -v\n")
            session.paste("a {\nbc")
            session.press("\u{1B}")
            session.press("0i")
            session.press("\u{1B}")
            session.press("x")
            session.shows("lc: a {\n    c")
            session.press("kk")
            session.shows("lc: second")
            #expect(session.read() == .endOfInput)
        }
    }
}
