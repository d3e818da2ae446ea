import LineEditing
import TestSupport
import Testing

extension LineEditorTests {
    /// What `~/.editrc` may change.
    @Suite struct Settings {
        @Test func `vi's keys work where the settings ask for them`() throws {
            let session = try ScriptedSession(
                settings: "# mine\nbind -v\nlc:bind \"^X\" ed-delete-prev-char\n")
            session.press("print one\u{1B}")
            session.send("bdwatwo\u{18}O")
            session.shows("lc> print twO")
            session.send("\r")
            #expect(session.read() == .text("print twO"))
            session.editor.remember(HistoryEntry("print twO"))
            session.press("\u{1B}")
            session.send("k")
            session.check { $0.text.hasSuffix("lc: print twO") }
            session.send("\u{1B}[H")
            session.check { $0.beforeCursor == "lc:" }
            session.send("\r")
            #expect(session.read() == .text("print twO"))
        }

        @Test func `vi's u takes back what was typed, and a long line is whole`() throws {
            let session = try ScriptedSession(settings: "bind -v\n")
            session.press("print one\u{1B}")
            session.send("0dw")
            session.shows("lc: one")
            session.send("u")
            session.shows("lc: print one")
            session.press("A" + String(repeating: "x", count: 30_000) + "\u{1B}")
            session.send("ddiprint 5\r")
            #expect(session.read() == .text("print 5"))
        }

        @Test
        func `vi's commands for the history do nothing where libedit has none`()
            throws
        {
            let session = try ScriptedSession(settings: "bind -v\n")
            session.press("print one\u{1B}")
            for keys in ["_", "3_", "G", "2G", "n", "N"] {
                session.press(keys)
                session.shows("lc: print one")
            }
            session.send("\r")
            #expect(session.read() == .text("print one"))
        }

        @Test func `vi's $ on an empty line stays on it, and elsewhere is the end`() throws {
            for keys in ["\u{1B}$xix", "\u{1B}\u{5}dwix", "\u{1B}d$ix", "\u{5}x", "\u{18}ix"] {
                let settings = "bind -v\nbind -s ^X \"^[\\$x\"\nbind ^Y ed-move-to-end\n"
                let session = try ScriptedSession(settings: settings)
                session.send(keys)
                session.send("y\r")
                #expect(session.read() == .text("xy"), "\(keys.debugDescription)")
            }
            let session = try ScriptedSession(settings: "bind -v\nbind -a ^Y ed-move-to-end\n")
            session.press("print one two\u{1B}")
            session.send("0wd$")
            session.send("a3 4\u{1B}0")
            session.send("\u{19}r5\r")
            #expect(session.read() == .text("print 3 5"))
        }

        @Test func `libedit's own command line cannot be reached`() throws {
            // It dies of a quote that stays open.
            let emacs = try ScriptedSession(settings: "bind 'open\nbind ^X ed-command\n")
            emacs.send("print 1\u{1B}x'2\r")
            #expect(emacs.read() == .text("print 1'2"))
            let vi = try ScriptedSession(settings: "bind -v\n")
            vi.press("print 1\u{1B}")
            vi.send(":A'2\r")
            #expect(vi.read() == .text("print 1'2"))
        }

        @Test func `settings cannot take away the keys that end and complete a line`() throws {
            let settings = """
                bind ^M ed-insert
                bind ^J ed-insert
                bind ^I ed-insert
                bind ^R ed-insert
                bind ^D ed-insert
                bind no-such-key no-such-function
                setty -d +echo +icanon
                edit off
                unknown words "here
                """
            let session = try ScriptedSession(history: ["print 7"], settings: settings) {
                $0.completions = { _ in
                    Completions(replaced: 3, candidates: [.init(text: "print", detail: "")])
                }
            }
            session.send("pri\t5\r")
            #expect(session.read() == .text("print 5"))
            session.send("\u{12}pri")
            session.check { $0.text.hasSuffix("search: pri\n› print 7") }
            session.send("\u{7}\u{4}")
            #expect(session.read() == .endOfInput)
        }
    }
}
