import Platform
import TestSupport
import Testing

/// Signals in a session: none of them loses it, and the terminal is as it was when it ends.
@Suite(.serialized, .timeLimit(.minutes(5))) struct SignalTests {
    private let sessions = TerminalSession()

    @Test func `Ctrl-C clears the line and keeps the session`() throws {
        let terminal = try sessions.startEmpty()
        terminal.type("repeat 2 {\rnonsense")
        terminal.send("\u{1B}[A\u{3}")
        terminal.shows("[1] lc> repeat 2 {\n          nonsense^C\n[1] lc>")
        terminal.type("print (6 * 7)\r")
        terminal.contains("\n42\n")
        #expect(!terminal.screen.contains("there is no command"))
    }

    @Test func `Ctrl-C during work keeps the best so far`() throws {
        let terminal = try sessions.start()
        terminal.type("load digits\r")
        #expect(terminal.wait(for: "[2] lc> "))
        terminal.type("sgd epochs=100000000\r")
        #expect(terminal.wait(for: "left"))
        terminal.send("\u{3}")
        #expect(terminal.wait(for: "the best so far is kept"))
        #expect(terminal.wait(for: "[3] lc> "))
        terminal.type("eval test\r")
        #expect(terminal.wait(for: "test accuracy 0.9"))
    }

    @Test func `a second Ctrl-C stops at once and keeps nothing of the work`() throws {
        let terminal = try sessions.start()
        terminal.type("load synthetic n=60000\r")
        // Two that come together are one signal: they are sent until two were heard.
        let wasInterrupted = (0..<200).contains { _ in
            terminal.send("\u{3}")
            return terminal.wait(for: "interrupted", seconds: 0.05)
        }
        #expect(wasInterrupted)
        #expect(terminal.wait(for: "[2] lc> "))
        terminal.type("data\r")
        #expect(terminal.wait(for: "there is no data yet"))
        terminal.type("load digits; sgd epochs=1\r")
        #expect(terminal.wait(for: "epoch 1/1", seconds: 30))
    }

    @Test func `Ctrl-C ends an endless loop`() throws {
        let terminal = try sessions.start()
        terminal.type("while true { x = 1 }\r")
        #expect(!terminal.wait(for: "[2] lc> ", seconds: 0.3))
        terminal.send("\u{3}")
        #expect(terminal.wait(for: "interrupted"))
        #expect(terminal.wait(for: "[2] lc> "))
    }

    @Test(arguments: ["", "--check", "--paste", "--json"])
    func `Ctrl-C while a text is read ends the program with status 130`(options: String) {
        let folder = TemporaryFolder()
        // It is pressed until somebody hears it: lc may not have begun.
        let status = Shell.run(
            """
            cd '\(folder.path)' && mkfifo text || exit 1
            sleep 60 > text & writer=$!
            '\(BuiltProgram.path)' \(options) - < text & lc=$!
            while kill -INT $lc 2>/dev/null; do sleep 0.05; done
            wait $lc; status=$?
            kill $writer
            exit $status
            """)
        #expect(status == 130)
    }

    @Test func `SIGINT is for lc alone, and not for who started it`() throws {
        let terminal = try #require(
            PseudoTerminal(
                "/bin/sh",
                [
                    "-c",
                    "trap 'echo PARENT' INT; '\(BuiltProgram.path)' & lc=$!; echo pid $lc; "
                        + "sleep 0.5; kill -INT $lc; sleep 0.3; kill -TERM $lc; wait $lc; echo status $?",
                ], environment: sessions.environment()))
        #expect(terminal.wait(for: "status"))
        #expect(!terminal.screen.contains("PARENT"))
    }

    @Test(arguments: [Signal.termination, .hangUp, .quit])
    func `a signal that ends the session leaves history and terminal in order`(signal: Signal)
        throws
    {
        for isBusy in [false, true] {
            let terminal = try sessions.start()
            terminal.type("x = \(signal.number)\r")
            #expect(terminal.wait(for: "[2] lc> "))
            if isBusy {
                terminal.type("load digits; gd steps=100000000\r")
                #expect(terminal.wait(for: "left"))
            } else {
                terminal.type("print (1 +\r2")
                #expect(terminal.wait { $0.cursorRow > 0 && $0.beforeCursor.hasSuffix(" 2") })
            }
            #expect(!terminal.isCooked)
            terminal.signal(signal)
            #expect(terminal.endingSignal() == signal)
            #expect(terminal.isCooked)
            #expect(!terminal.model.marksPastes)
            #expect(sessions.home.read("lc/history").contains("x = \(signal.number)\n"))
        }
    }

    @Test(arguments: Signal.crashes)
    func `a crash leaves the terminal in order`(signal: Signal) throws {
        let terminal = try sessions.start()
        terminal.send("print (")
        terminal.contains("print (")
        terminal.signal(signal)
        #expect(terminal.endingSignal() == signal)
        #expect(terminal.isCooked)
        #expect(!terminal.model.marksPastes)
    }

    /// A shell with job control, and `lc` in it.
    private func shell() throws -> PseudoTerminal {
        let shell = try #require(
            PseudoTerminal(
                "/bin/bash", ["--norc", "--noprofile", "-i"],
                environment: sessions.environment() + ["PS1=shell> "]))
        #expect(shell.wait(for: "shell> "))
        shell.send("'\(BuiltProgram.path)'\n")
        #expect(shell.wait(for: "[1] lc> "))
        return shell
    }

    @Test func `Ctrl-Z gives the terminal to the shell, and fg brings the line back`() throws {
        let terminal = try shell()
        terminal.type("repeat 1 {\rprint (6 * 7)")
        terminal.send("\u{1A}")
        #expect(terminal.wait(for: "Stopped"))
        #expect(terminal.wait(for: "shell> "))
        terminal.send("echo $((40+3))\n")
        #expect(terminal.wait(for: "43"))
        terminal.send("fg\n")
        terminal.contains("[1] lc> repeat 1 {\n          print (6 * 7)")
        terminal.type("\r}\r")
        terminal.contains("\n42\n[2] lc>")
        terminal.send("\u{4}")
        #expect(terminal.wait(for: "shell> "))
    }

    @Test func `Ctrl-Z during work stops it, and it goes on in the foreground`() throws {
        let terminal = try shell()
        terminal.type("load digits; gd steps=100000000\r")
        #expect(terminal.wait(for: "left"))
        terminal.send("\u{1A}")
        #expect(terminal.wait(for: "Stopped"))
        terminal.send("echo $((40+3))\n")
        #expect(terminal.wait(for: "43"))
        terminal.send("fg\n")
        #expect(terminal.wait(for: "left"))
        terminal.send("\u{3}")
        #expect(terminal.wait(for: "the best so far is kept"))
        #expect(terminal.wait(for: "[2] lc> "))
        terminal.type("print (6 * 7)\r")
        #expect(terminal.wait(for: "\n42\n"))
    }

    /// Signals at random moments while a person types, pastes and trains: the session goes on, and
    /// its next statement gives what it must.
    @Test func `signals at random moments lose nothing`() throws {
        let terminal = try sessions.start()
        terminal.type("load digits\r")
        #expect(terminal.wait(for: "[2] lc> "))
        var random: UInt64 = 17
        func below(_ bound: Int) -> Int {
            random = random &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(random >> 33) % bound
        }
        let actions: [(PseudoTerminal) -> Void] = [
            { $0.send("print \"typing 한글") },
            { $0.send("sgd epochs=1 \t") },
            { $0.send("repeat 2 {\r") },
            { $0.paste("x = 1\nprint $x\n") },
            { $0.send("\u{1B}[200~x = 2\nprint") },
            { $0.send("sgd epochs=100000000\r") },
            { $0.send("gd steps=100000000\r") },
            { $0.send("search random 100000000\r") },
            { $0.send("\u{12}sgd") },
            { $0.send("\u{1B}[A\u{1B}[A") },
            { $0.send("while true { y = 1 }\r") },
            { $0.send("plot landscape n=101\r") },
        ]
        for round in 0..<30 {
            // Ctrl-C before the prompt is for the command that ends there.
            #expect(terminal.wait { $0.beforeCursor.hasSuffix("lc>") })
            actions[below(actions.count)](terminal)
            terminal.settle(milliseconds: Int32(1 + below(12)))
            for _ in 0...below(3) {
                switch below(4) {
                case 0: terminal.signal(.windowChange)
                case 1: terminal.resize(columns: 40 + below(60), rows: 12 + below(20))
                case 2: terminal.signal(.continuation)
                default: terminal.signal(.interrupt)
                }
                terminal.settle(milliseconds: Int32(below(4)))
            }
            // What a paste without an end left is over after two seconds; the mark ends it now. A Ctrl-C
            // may still be on its way when the statement is typed, which is typed again then.
            let result = "\(round + 100_000)"
            let isAlive = (0..<60).contains { _ in
                terminal.signal(.interrupt)
                terminal.send("\u{1B}[201~\u{3}print (\(round) + 100000)\r")
                return terminal.wait(for: "\n\(result)\n", seconds: 1)
            }
            #expect(
                isAlive,
                "round \(round):\n\(terminal.model.text)\n\(terminal.raw.suffix(600).debugDescription)"
            )
            guard isAlive else { return }
        }
        terminal.send("\u{4}")
        #expect(terminal.status() == 0)
        #expect(terminal.isCooked)
    }
}
