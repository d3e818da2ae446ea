import LineEditing
import Platform
import TestSupport
import Testing

extension LineEditorTests {
    /// Signals and Ctrl-C, and questions after a screenful.
    @Suite struct Signals {
        @Test(arguments: ["", "bind -v"])
        func `Ctrl-C after Escape ends the line as any other`(settings: String) throws {
            let session = try ScriptedSession(settings: settings)
            session.send("print 1\u{1B}\u{3}")
            #expect(session.read() == .interrupted)
            session.send("\u{1B}\u{1B}\u{3}")
            #expect(session.read() == .interrupted)
        }

        @Test func `Ctrl-C clears the line`() throws {
            let session = try ScriptedSession()
            session.type("repeat 2 {\rnonsense")
            session.send("\u{1B}[A\u{3}")
            #expect(session.read() == .interrupted)
            #expect(session.terminal.model.text == "lc> repeat 2 {\n      nonsense^C")
            session.send("x\r")
            #expect(session.read() == .text("x"))
        }

        @Test func `Ctrl-C ends a search and vi's commands`() throws {
            for keys in ["\u{1B}d", "\u{1B}r", "/", "\u{12}pr", "\u{16}"] {
                let session = try ScriptedSession(history: ["print 1"], settings: "bind -v\n")
                session.press("abc")
                session.press(keys)
                session.signal(.interrupt)
                #expect(session.read() == .interrupted, "\(keys.debugDescription)")
                session.send("x\r")
                #expect(session.read() == .text("x"), "\(keys.debugDescription)")
            }
        }

        @Test func `a stop leaves the line, and it is drawn again behind it`() throws {
            let session = try ScriptedSession()
            session.send("print 1")
            session.shows("lc> print 1")
            session.send("\u{1A}")
            session.signal(.resume)
            session.shows("lc> print 1\nlc> print 1")
            session.send("2\r")
            #expect(session.read() == .text("print 12"))
            #expect(session.terminal.stops == 1)
        }

        @Test func `answers after a screenful`() throws {
            for (keys, expected) in [
                (" ", PagingChoice.page), ("\u{1B}[6~", .page), ("\r", .line), ("\u{1B}[B", .line),
                ("q", .quit), ("\u{3}", .quit), ("\u{4}", .quit), ("\t ", .page),
                ("\u{1B}[D", .left), ("\u{1B}[C", .right), ("<", .start), (">", .all), ("H", .keys),
                ("/ab\r", .search("ab", isBack: false)),
                ("?\u{7F}?a\u{7F}b\r", .search("b", isBack: true)),
                ("&x y\r", .filter("x y")), ("&\r", .filter("")),
                ("S~/a b\r", .save(path: "~/a b")),
            ] {
                let session = try ScriptedSession()
                session.shows("more?")
                session.send(keys)
                #expect(session.editor.askForMore("more?") == expected, "\(keys.debugDescription)")
                #expect(session.terminal.model.text.isEmpty)
            }
        }

        @Test func `what is typed instead of an answer begins the next line`() throws {
            let session = try ScriptedSession()
            session.send("print 1\r")
            #expect(session.editor.askForMore("more?") == .quit)
            #expect(session.editor.isTypedAhead)
            #expect(session.read() == .text("print 1"))
            session.paste("x = 1\nx + 1")
            #expect(session.editor.askForMore("more?") == .quit)
            session.send("\r")
            #expect(session.read() == .text("x = 1\nx + 1"))
        }

        /// Whatever a person and the system do, the next line is read as it is typed.
        @Test(arguments: 1...10)
        func `signals at random moments lose nothing`(seed: UInt64) throws {
            let session = try ScriptedSession(history: ["print one", "sgd epochs=1"])
            var random = seed
            func below(_ bound: Int) -> Int {
                random = random &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                return Int(random >> 33) % bound
            }
            let typed = [
                "print \"typing 한글", "sgd epochs=1 \t", "repeat 2 {\r", "\u{12}sgd",
                "\u{1B}[200~x = 1\nprint $x\n\u{1B}[201~", "\u{1B}[200~x = 2\nprint", "\u{1B}",
                "\u{1B}[A\u{1B}[A", "x\ry\r", "\u{1B}[1;", "\u{1A}",
            ]
            for round in 0..<20 {
                session.send(typed[below(typed.count)])
                for _ in 0...below(3) {
                    session.pause(below(30))
                    switch below(4) {
                    case 0: session.signal(.resize)
                    case 1: session.resize(columns: 40 + below(60), rows: 12 + below(20))
                    case 2: session.signal(.resume)
                    default: session.signal(.interrupt)
                    }
                }
                session.pause(1)
                session.signal(.interrupt)
                session.send("\u{1B}[201~\u{3}")
                session.pause(1)
                session.send("round \(round)\r")
                // What was typed before the last Ctrl-C may have ended other cells.
                var cell = session.read()
                for _ in 0..<20 where cell != .text("round \(round)") { cell = session.read() }
                try #require(cell == .text("round \(round)"))
            }
        }
    }
}
