import Notebook
import Session
import Syntax
import TestSupport
import Testing

@Suite struct JournalTests {
    private func session(_ folder: TemporaryFolder) -> Session {
        let session = Session()
        session.recovery.journal = Journal(folder: folder.path)
        return session
    }

    /// A process that another test is starting holds the lock for a moment, until it is one of its own.
    static func lost(in folder: TemporaryFolder, earlier: Int = 0) -> LostSession? {
        for _ in 0..<200 {
            if let found = LostSession.find(in: folder.path), found.earlierCount >= earlier {
                return found
            }
            Shell.run("sleep 0.01")
        }
        return nil
    }

    private func journal(in folder: TemporaryFolder) throws -> String {
        try #require(Folder.names(folder.path).first { $0.hasSuffix(".journal") })
    }

    @Test(arguments: 1...12)
    func `what is recovered is the same to the last bit, whatever was done`(seed: UInt64) throws {
        let statements = [
            "load iris", "load blobs n=60 d=3", "sgd epochs=1", "gd steps=2", "x = _.loss",
            "y = out[2]", "search random 5", "loss softmax", "reg l2 1e-3", "init 0.1", "undo",
            "undo 2", "redo", "preprocess none", "def f a { return a }", "seed 7", "restore",
            "reset", "nonsense", "sgd steps=1; x = 3; bad", "s = \"{1} \\{ \\n 한글 \\\" \\\\\"",
            "rerun 1-2", "tour 4", "for i in 1..2 { x = i; sgd steps=1 }", "eval",
            "# nothing", "print \"a\nb\"", "repeat 2 { x = _; x + 0.25 }",
            "for i in 1..2 { y = _; i + 0.5 }", "def g { z = _; 3; return z }; x = g()",
        ]
        var state = seed
        let folder = TemporaryFolder()
        var lost: Session? = session(folder)
        for _ in 0..<25 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            let statement = statements[Int(state >> 33) % statements.count]
            _ = CommandTests.run(statement, in: try #require(lost))
        }
        let before = try #require(lost)
        let digest = before.state.digest.text
        let sources = before.cells.finished.map(\.source)
        let results = before.cells.values.mapValues { $0.exactLiteral }.filter { $0.value != nil }
        let variables = before.state.variables
        let logged = before.state.log.map(\.source)
        before.recovery.journal = nil
        lost = nil
        let next = session(folder)
        next.recovery.lost = Self.lost(in: folder)
        #expect(next.recovery.lost?.count == 25)
        let result = CommandTests.run("recover", in: next)
        #expect(result.error == nil)
        #expect(next.state.log.map(\.source) == logged)
        #expect(next.state.variables == variables)
        #expect(next.state.digest.text == digest)
        #expect(next.cells.finished.dropLast().map(\.source) == sources)
        for (cell, literal) in results { #expect(next.cells.values[cell]?.exactLiteral == literal) }
        #expect(try Folder.names(folder.path).filter { $0.hasSuffix(".journal") }.count == 1)
    }

    @Test func `a large entry is written while the session goes on, and before the next one`()
        throws
    {
        // The next statement does not wait for it.
        let folder = TemporaryFolder()
        let lost = session(folder)
        _ = CommandTests.run("x = 1; range(1, 200000)", in: lost)
        _ = CommandTests.run("y = x + 1", in: lost)
        var lines: [Substring] = []
        for _ in 0..<1000 where lines.count < 2 {
            lines = folder.read(try journal(in: folder)).split(separator: "\n")
            if lines.count < 2 { Shell.run("sleep 0.01") }
        }
        try #require(lines.count == 2)
        #expect(lines[0].utf8.count > 1_000_000)
        #expect(lines[1].contains("keep: 1,") && lines[1].contains("y = x + 1"))
    }

    @Test func `a definition of a session that was opened is bound to its folder when it is back`()
        throws
    {
        let (folder, notes) = (TemporaryFolder(), TemporaryFolder())
        notes.write("a.lc", "x = 1\ndef f p { save $p }\n")
        var lost: Session? = session(folder)
        _ = CommandTests.run("open session \(notes.path)/a.lc", in: try #require(lost))
        _ = CommandTests.run("y = 2; def own p { save $p }", in: try #require(lost))
        lost?.recovery.journal = nil
        lost = nil
        // The journal of a session that is back knows it too.
        for _ in 0..<2 {
            let next = session(folder)
            next.recovery.lost = Self.lost(in: folder)
            #expect(CommandTests.run("recover", in: next).error == nil)
            let refused = CommandTests.run("f \(folder.path)/b.lc", in: next).error
            #expect(refused?.contains("where notes and saved sessions may write") == true)
            #expect(CommandTests.run("f \(notes.path)/b.lc", in: next).error == nil)
            #expect(CommandTests.run("own \(folder.path)/c.lc", in: next).error == nil)
            next.recovery.journal = nil
        }
    }

    @Test func `recovered cells have their pictures, the same to the last pixel`() throws {
        let folder = TemporaryFolder()
        var first: Session? = session(folder)
        for text in [
            "load digits; sgd epochs=2; plot; plot weights; confusion; show 3", "plot histogram",
            "plot line; plot stepsize; plot landscape n=5; plot runs",
            "load blobs n=30; sgd; plot boundary n=20; show; plot weights",
        ] {
            #expect(CommandTests.run(text, in: try #require(first)).error == nil)
        }
        let cells = try #require(first).cells.finished
        first?.recovery.journal = nil
        first = nil
        let next = session(folder)
        next.recovery.lost = Self.lost(in: folder)
        #expect(CommandTests.run("recover", in: next).error == nil)
        #expect(next.cells.finished.dropLast().map(\.outputs) == cells.map(\.outputs))
        #expect(cells.map(\.outputs.count) == [6, 1, 4, 5])
    }

    @Test func `recovered cells are stale when what they rest on has changed`() throws {
        let folder = TemporaryFolder()
        var first: Session? = session(folder)
        for text in ["load iris", "sgd epochs=1", "loss softmax", "bad"] {
            _ = CommandTests.run(text, in: try #require(first))
        }
        first?.recovery.journal = nil
        first = nil
        let next = session(folder)
        next.recovery.lost = Self.lost(in: folder)
        #expect(CommandTests.run("recover", in: next).error == nil)
        #expect(next.notebook.map(\.title) == ["1", "2*", "3", "4", "5"])
        #expect(next.notebook[3].errorText?.contains("\n") == true)
        _ = CommandTests.run("loss svm", in: next)
        #expect(next.notebook[1].staleBecause.isEmpty)
    }

    @Test func `recover says when the data are not what they were`() throws {
        let folder = TemporaryFolder()
        func table(_ shift: Int) -> String {
            "a,kind\n" + (0..<40).map { "\($0 + $0 % 2 * shift),k\($0 % 2)\n" }.joined()
        }
        folder.write("a.csv", table(0))
        var first: Session? = session(folder)
        for text in ["load csv \(folder.path)/a.csv", "sgd epochs=1"] {
            #expect(CommandTests.run(text, in: try #require(first)).error == nil)
        }
        first?.recovery.journal = nil
        first = nil
        folder.write("a.csv", table(50))
        let next = session(folder)
        next.recovery.lost = Self.lost(in: folder)
        #expect(
            CommandTests.run("recover", in: next).text.contains(
                "the weights differ from those that were lost"))
    }

    @Test func `Ctrl-C during recover leaves the lost session to be recovered`() throws {
        let folder = TemporaryFolder()
        var first: Session? = session(folder)
        for text in ["x = 1", "x = 2"] { _ = CommandTests.run(text, in: try #require(first)) }
        first?.recovery.journal = nil
        first = nil
        let next = Session(environment: Environment(isInterrupted: { true }))
        next.recovery.lost = Self.lost(in: folder)
        next.run(cell: Source(name: "", text: "recover")) { #expect($0.isInterrupted) }
        #expect(next.state.variables["x"] == nil && next.recovery.lost != nil)
        next.recovery.lost = nil
        #expect(Self.lost(in: folder)?.count == 2)
    }

    @Test func `a running session is not taken for a lost one`() {
        let folder = TemporaryFolder()
        let first = session(folder)
        _ = CommandTests.run("x = 1", in: first)
        #expect(LostSession.find(in: folder.path) == nil)
        first.recovery.journal?.end()
        #expect(LostSession.find(in: folder.path) == nil)
    }

    @Test func `half a line is the running cell's, and is left out`() throws {
        let folder = TemporaryFolder()
        let first = session(folder)
        _ = CommandTests.run("x = 1", in: first)
        _ = CommandTests.run("x = 2", in: first)
        first.recovery.journal = nil
        let name = try journal(in: folder)
        let text = folder.read(name)
        for length in [text.utf8.count - 1, text.utf8.count - 20, 12] {
            folder.write(name, bytes: Array(text.utf8.prefix(length)))
            guard length != 12 else {
                #expect(LostSession.find(in: folder.path) == nil)
                continue
            }
            let lost = Self.lost(in: folder)
            #expect(lost?.count == 1)
            let next = Session()
            next.recovery.lost = lost
            #expect(CommandTests.run("recover", in: next).error == nil)
            #expect(next.state.variables["x"] == 1.0)
        }
    }

    @Test func `a journal is offered before it is deleted, whatever its date and number`() throws {
        let folder = TemporaryFolder()
        for index in 1...25 {
            folder.write("\(index).journal", "{source: \"x = 1\", keep: 0, log: []}\n")
        }
        Shell.run("touch -t 202001010000 '\(folder.path)/3.journal'")
        for left in (0..<25).reversed() {
            let session = Session()
            session.recovery.lost = Self.lost(in: folder, earlier: left)
            #expect(session.recovery.lost?.earlierCount == left)
            #expect(CommandTests.run("recover discard", in: session).error == nil)
            #expect(try Folder.names(folder.path).contains("3.journal") == (left > 0))
        }
    }

    @Test(arguments: [
        "", "nonsense\n", "{seed: 1}\nnonsense\n", "{seed: -1}\n{}\n", "\u{0}\n\u{1}\n",
    ])
    func `a file that is no journal does no harm`(text: String) {
        let folder = TemporaryFolder()
        folder.write("a.journal", text)
        let next = Session()
        next.recovery.lost = LostSession.find(in: folder.path)
        _ = CommandTests.run("recover", in: next)
        #expect(CommandTests.run("1 + 1", in: next).text == "2")
    }

    @Test func `recover may follow cells that changed nothing`() throws {
        let folder = TemporaryFolder()
        var first: Session? = session(folder)
        for text in ["x = 1", "x + 1"] { _ = CommandTests.run(text, in: try #require(first)) }
        first?.recovery.journal = nil
        first = nil
        let next = session(folder)
        next.recovery.lost = Self.lost(in: folder)
        _ = CommandTests.run("help", in: next)
        #expect(CommandTests.run("recover", in: next).error == nil)
        #expect(next.cells.finished.map(\.source) == ["x = 1", "x + 1", "recover"])
        #expect(CommandTests.run("out[2]", in: next).text == "2")
        next.recovery.journal = nil
        #expect(Self.lost(in: folder)?.count == 4)
    }

    @Test func `recover says when there is nothing, and comes first`() {
        #expect(CommandTests.run("recover").error == "there is no lost session to recover")
        let folder = TemporaryFolder()
        folder.write("a.journal", "{source: \"x = 1\", keep: 0, log: [\"x = 1\"]}\n")
        let next = Session()
        next.recovery.lost = LostSession.find(in: folder.path)
        _ = CommandTests.run("y = 1", in: next)
        #expect(
            CommandTests.run("recover", in: next).error
                == "recover must come before anything changes the session · start lc again")
        #expect(CommandTests.run("recover discard", in: next).error == nil)
        #expect(LostSession.find(in: folder.path) == nil)
    }
}
