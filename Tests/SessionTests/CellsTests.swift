import Datasets
import Notebook
import Learning
import Session
import Syntax
import Testing

@Suite struct CellsTests {
    private func run(_ texts: [String]) -> Session {
        let session = Session()
        for text in texts { _ = CommandTests.run(text, in: session) }
        return session
    }

    @Test func `undo and redo over random commands come back to the same bits`() {
        let statements = [
            "load iris", "load blobs n=60 d=3", "sgd epochs=1", "sgd steps=3 lr=0.01", "gd steps=2",
            "search random 5", "search local 3", "loss softmax", "loss svm squared", "reg l2 1e-3",
            "reg l1 1e-4 bias=on", "init 0.1", "preprocess none", "split val=0.3", "x = 1",
            "y = [1, 2, {a: \"b\"}]", "def f a { return a }", "seed 7", "restore", "reset",
            "r = sgd epochs=1", "lbfgs iterations=2", "rerun 1-3", "tour 4", "nonsense",
            "for i in 1..2 { x = i; sgd steps=1 }", "eval",
        ]
        var state: UInt64 = 5
        func draw(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % bound
        }
        for _ in 0..<12 {
            let session = run([])
            var digests = [session.state.digest.text]
            var place = 0
            for _ in 0..<60 {
                switch draw(4) {
                case 0:
                    let steps = 1 + draw(3)
                    _ = CommandTests.run("undo \(steps)", in: session)
                    place = max(0, place - steps)
                case 1:
                    let steps = 1 + draw(3)
                    _ = CommandTests.run("redo \(steps)", in: session)
                    place = min(digests.count - 1, place + steps)
                default:
                    let count = session.undoCount
                    _ = CommandTests.run(statements[draw(statements.count)], in: session)
                    if session.undoCount > count {
                        place += 1
                        digests = Array(digests.prefix(place)) + [session.state.digest.text]
                    }
                }
                #expect(session.state.digest.text == digests[place])
            }
        }
    }

    @Test func `undo is a statement of its own and says when there is nothing`() {
        #expect(CommandTests.run("undo").error == "there is nothing to undo")
        let session = run(["x = 1"])
        #expect(
            CommandTests.run("repeat 2 { undo }", in: session).error
                == "undo must be a statement of its own")
        #expect(session.state.variables["x"] == 1.0)
        #expect(CommandTests.run("undo; redo; undo", in: session).text.contains("undone: x = 1"))
        #expect(session.state.variables["x"] == nil)
    }

    @Test func `the timeline is bounded`() {
        let session = run(["for i in 1..3 { x = i }"])
        for i in 0..<300 { _ = CommandTests.run("x = \(i)", in: session) }
        #expect(session.undoCount == 200)
    }

    @Test func `cells are stale when what they rest on has changed, and fresh when it comes back`()
    {
        let session = run(["load iris", "sgd epochs=1", "eval", "1 + 1", "loss softmax"])
        #expect(session.notebook.map(\.staleBecause) == [[], ["loss"], ["loss"], [], []])
        _ = CommandTests.run("undo", in: session)
        #expect(session.notebook.allSatisfy { $0.staleBecause.isEmpty })
        _ = CommandTests.run("load digits; reg l2 1", in: session)
        #expect(session.notebook[2].staleBecause == ["data", "preprocess", "reg"])
        #expect(CommandTests.run("cells 3", in: session).text.contains("[3*] lc> eval"))
    }

    @Test func `an open range goes to the last cell`() {
        let session = run(["x = 1", "x = x + 1", "y = x"])
        #expect(CommandTests.run("rerun 2-", in: session).error == nil)
        #expect(session.state.variables["y"] == 3.0)
        let listed = CommandTests.run("cells 3-", in: session).text
        #expect(listed.contains("[3] lc> y = x") && listed.contains("[4] lc> rerun 2-"))
        for text in ["-3", "-", "3-2", "3-x", "9-"] {
            #expect(CommandTests.run("rerun " + text, in: session).error != nil, "\(text)")
        }
    }

    @Test func `of many cells the last twenty are listed`() {
        let session = run((1...85).map { "x = \($0)" })
        let text = CommandTests.run("cells", in: session).text
        #expect(text.hasPrefix("  65 earlier cells are not listed; cells 1-85 shows all\n"))
        #expect(text.split(separator: "\n").count == 22)
        #expect(text.contains("x = 85") && text.contains("x = 66") && !text.contains("x = 65"))
    }

    @Test func `what rests on little is not stale for much`() {
        let session = run([
            "load iris", "explain scores=[3.2, 5.1, -1.7] label=0", "split val=0.3",
            "sgd epochs=1", "plot", "plot runs", "confusion", "explain 0", "reg",
        ])
        _ = CommandTests.run("reg l2 1e-3", in: session)
        let stale = session.notebook.map { !$0.staleBecause.isEmpty }
        #expect(stale[..<9] == [false, false, false, true, false, false, false, true, true])
        _ = CommandTests.run("load blobs; loss softmax", in: session)
        #expect(session.notebook[1].staleBecause == ["loss"])
        #expect(
            session.notebook[2].staleBecause.isEmpty && session.notebook[4].staleBecause.isEmpty)
        #expect(session.notebook[6].staleBecause == ["data", "preprocess"])
    }

    @Test func `cells run again, and their results are there by number`() {
        let session = run(["load iris", "seed 3\nsgd epochs=1", "a = out[2].loss", "rerun 2"])
        #expect(session.state.runs.count == 2)
        #expect(session.state.runs[0].classifier != session.state.runs[1].classifier)
        #expect(CommandTests.run("rerun 2-3; a == out[2].loss", in: session).text.hasSuffix("true"))
        #expect(
            CommandTests.run("rerun 99", in: session).error == "there is no cell 99; the last is 5")
        #expect(CommandTests.run("rerun x", in: session).error?.contains("names no cells") == true)
        #expect(CommandTests.run("print hello\n", in: session).error == nil)
        #expect(CommandTests.run("last", in: session).text.contains("hello"))
    }

    @Test func `of a range, what failed and what moves in time is left out`() {
        let session = run(["load iris", "x = 1", "bad", "undo", "y = 2"])
        #expect(CommandTests.run("rerun 2-5", in: session).error == nil)
        #expect(session.state.variables["x"] == 1.0 && session.state.variables["y"] == 2.0)
        #expect(
            CommandTests.run("rerun 3", in: session).error
                == "there is no command 'bad' · 'help' lists the commands")
    }

    @Test func `every step of the tour stands by itself`() {
        for step in 1...10 {
            #expect(CommandTests.run("tour \(step)").error == nil, "step \(step)")
            let session = run(["load iris", "sgd epochs=1"])
            #expect(CommandTests.run("tour \(step)", in: session).error == nil, "step \(step)")
            #expect(session.state.data?.dataset.name == "iris")
        }
    }

    @Test func `runs tell their call and their objective`() {
        let session = run(["load iris", "loss softmax; reg l2 0.01", "sgd epochs=2 batch=16"])
        #expect(session.state.runs[0].source.hasSuffix("batch=16 epochs=2"))
        #expect(session.state.runs[0].objective == "softmax + l2 0.01")
        #expect(
            CommandTests.run("compare", in: session).error
                == "compare needs two runs, and this session has 1 · try sgd, and sgd lr=…")
        #expect(
            CommandTests.run("runs match=zz", in: session).error
                == "no run's call contains 'zz' · runs lists all")
    }

    @Test func `runs are sorted, filtered and compared`() {
        let session = run(["load iris", "gd steps=1", "sgd epochs=5", "search random 5"])
        func sources(_ text: String) -> [String] {
            CommandTests.run(text, in: session).text.split(separator: "\n").dropFirst().dropLast()
                .map {
                    String(
                        $0.split(separator: " ").drop { !$0.contains("gd") && $0 != "search" }.first
                            ?? "")
                }
        }
        #expect(sources("runs match=sgd") == ["sgd"])
        #expect(sources("runs sort=loss best=1") == ["sgd"])
        #expect(CommandTests.run("compare 1 2", in: session).text.contains("same class"))
        #expect(
            CommandTests.run("compare 1 9", in: session).error
                == "there is no run 9 · runs lists them")
        #expect(CommandTests.run("plot runs runs=[1, 2]", in: session).error == nil)
        #expect(CommandTests.run("plot runs runs=[7]", in: session).error != nil)
    }
}
