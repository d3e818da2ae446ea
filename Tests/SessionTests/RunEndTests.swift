import Learning
import Notebook
import Plotting
import Session
import Syntax
import Testing

/// How runs say why they ended, where they are reported and where they are listed.
@Suite struct RunEndTests {
    private func record(_ source: String, in session: Session = Session()) throws -> Record {
        let result = CommandTests.run(source, in: session)
        guard case .record(let record) = result.value else {
            throw Missing(text: "\(result)")
        }
        return record
    }

    private struct Missing: Error { let text: String }

    @Test(arguments: [
        ("loss softmax; reg l2 0.01; lbfgs", "converged", "converged: the gradient's norm is"),
        ("loss softmax; lbfgs iterations=2", "limit", "not converged at the last of its steps"),
        ("loss softmax; reg l2 0.01; lbfgs tolerance=1e-30", "stalled", "no step lowers the loss"),
        ("gd steps=3", "limit", "step 3/3"), ("sgd", "limit", "epoch 10/10"),
        ("search random 5", "limit", "5/5"), ("search local 5", "limit", "5/5"),
        ("tune lr=[1e-3]", "limit", "kept as run 1"),
        ("loss svm squared; sgd lr=1e6", "diverged", "the best so far is kept"),
        ("loss svm squared; tune lr=[1e6]", "diverged", "1 of 1 candidates diverged"),
        ("reg l2 3 bias; sgd lr=0.4 epochs=2", "diverged", "the loss grew from 2"),
        ("reg l2 3 bias; gd lr=0.4 steps=8", "diverged", "the loss grew from 2"),
    ])
    func `stop says why a run ended, in the text and the record`(
        source: String, stop: String, text: String
    ) throws {
        let session = Session()
        let result = CommandTests.run("load iris; " + source, in: session)
        guard case .record(let record) = result.value else {
            Issue.record("\(result)")
            return
        }
        #expect(record["stop"] == .string(stop))
        #expect(result.text.contains(text), "\(result.text)")
        #expect(session.state.runs.last?.stop.name == stop)
    }

    @Test(arguments: ["lbfgs iterations=2", "gd steps=2", "sgd epochs=2", "tune lr=[0.1]"])
    func `a run tells the norm of the whole gradient`(source: String) throws {
        let session = Session()
        let record = try record("load iris; loss softmax; " + source, in: session)
        let norm = try self.record("gradient analytic", in: session)["norm"]
        guard case .number(let told) = record["gradient_norm"], case .number(let whole) = norm
        else {
            Issue.record("\(record)")
            return
        }
        #expect(abs(told - whole) < 1e-5 * whole)
    }

    private static let diverging = "load iris; loss svm squared"

    @Test(arguments: [
        "for lr in [1e5, 1e6] { r = sgd lr=$lr }", "repeat 2 { r = sgd lr=1e6 }",
        "def f lr { r = sgd lr=$lr; return r.loss }\nx = f 1e6\ny = f 1e6",
        "if true { r = tune lr=[1e6]; s = sgd lr=1e6 }",
    ])
    func `a divergence inside a block is warned of`(source: String) {
        let text = CommandTests.run(Self.diverging + "\n" + source).text
        #expect(text.contains("warning: run 1 diverged: sgd lr="), "\(text)")
        #expect(text.contains("run 2 diverged: sgd lr="), "\(text)")
    }

    @Test func `a long loop warns in one line, with the number of its runs`() {
        let text = CommandTests.run(Self.diverging + "\nrepeat 50 { r = sgd lr=1e6 steps=9 }").text
        let warnings = text.split(separator: "\n").filter { $0.contains("warning") }
        #expect(warnings.count == 1 && warnings[0].hasSuffix("; 47 more like these"), "\(text)")
    }

    @Test func `a quiet session warns, and says nothing of runs that went well`() {
        let session = Session(environment: Environment(isQuiet: true))
        #expect(CommandTests.run(Self.diverging + "; sgd", in: session).text == "")
        #expect(
            CommandTests.run("sgd lr=1e6", in: session).text.hasPrefix(
                "  warning: run 2 diverged: sgd lr="))
    }

    @Test func `the picture of a run that diverged at once says why it is empty`() {
        let source = "load iris; reg l2 2.5e4 bias; sgd lr=0.1 batch=1 epochs=100; plot"
        var captions: [String?] = []
        Session().run(cell: Source(name: "test", text: source)) { result in
            for case .figure(let figure) in result.outputs { captions.append(figure.caption) }
        }
        #expect(captions == ["the run ended before its curve had a point"])
    }

    @Test func `lists mark the runs that did not get where they were to go`() {
        let session = Session()
        _ = CommandTests.run(
            Self.diverging + "; sgd lr=1e6; lbfgs iterations=1; lbfgs; sgd", in: session)
        let runs = CommandTests.run("runs", in: session).text
        let lines = runs.split(separator: "\n").map(String.init)
        #expect(lines[1].contains("(diverged)") && lines[2].contains("(not converged)"), "\(runs)")
        #expect(!lines[4].contains("("))
        #expect(CommandTests.run("compare 1 2", in: session).text.contains("(diverged)"))
        #expect(CommandTests.run("restore 1", in: session).text.contains("(diverged)"))
    }

    @Test func `without a val part runs and restore say and take the best on train`() throws {
        let session = Session()
        let source = "load iris; split val=0 test=0; sgd steps=1; gd steps=100; runs"
        let runs = CommandTests.run(source, in: session)
        #expect(runs.text.contains("2*") && runs.text.contains("* best on train; restore 2"))
        #expect(try record("restore", in: session)["run"] == .count(2))
    }

    @Test func `sessions of version 1 0, whose runs were all finished, compare as equal`() {
        let text = "lbfgs\n#= stop=finished\n"
        let source = Source(name: "a.lc", text: text)
        let statement = Parser.parse(source).statements[0]
        func difference(_ stop: String) -> String? {
            SavedSession.difference(
                after: statement, of: source, value: .record(["stop": .string(stop)]),
                state: SessionState()
            )?.replayed
        }
        for stop in ["converged", "limit", "stalled", "diverged"] {
            #expect(difference(stop) == nil)
        }
        #expect(difference("interrupted") == "interrupted")
    }

    @Test(arguments: [
        ("sgd optimizer=adam momentum=0.9", "momentum does nothing with optimizer=adam"),
        ("sgd schedule=cosine decay=0.5", "decay does nothing with schedule=cosine"),
        ("sgd batch=1000", "a step takes all 90 examples"),
        ("gd l1=subgradient", "l1 does nothing without |W|"),
        ("gd nesterov", "nesterov does nothing without momentum"),
    ])
    func `an argument that changes nothing is told`(source: String, note: String) {
        #expect(CommandTests.run("load iris; " + source).text.contains(note))
    }

    @Test func `arguments that change something are not told`() {
        let source =
            "load iris; reg l1 0.01; sgd momentum=0.9 nesterov decay=0.5 batch=9 l1=subgradient"
        #expect(!CommandTests.run(source).text.contains("nothing"))
    }

    @Test func `runs compares the runs of one data set, and marks the others`() throws {
        let session = Session()
        _ = CommandTests.run(
            "load blobs n=60; sgd; load iris; sgd steps=1; gd steps=50; preprocess none; gd steps=1",
            in: session)
        let lines = CommandTests.run("runs sort=val", in: session).text.split(separator: "\n")
        #expect(lines[4].hasSuffix("(other data)") && lines[4].hasPrefix("  1 "), "\(lines)")
        #expect(lines.filter { $0.contains("other data") }.count == 1)
        #expect(lines[1].hasPrefix("  3*"))
        #expect(try record("restore", in: session)["run"] == .count(3))
    }

    @Test func `weights of another preprocessing are told, and not compared`() {
        let session = Session()
        _ = CommandTests.run("load iris; sgd; sgd", in: session)
        #expect(!CommandTests.run("restore 1", in: session).text.contains("another"))
        #expect(CommandTests.run("compare", in: session).text.contains("same class"))
        _ = CommandTests.run("preprocess none; sgd", in: session)
        #expect(CommandTests.run("restore 1", in: session).text.contains("another preprocessing"))
        #expect(!CommandTests.run("compare 1 3", in: session).text.contains("same class"))
    }
}
