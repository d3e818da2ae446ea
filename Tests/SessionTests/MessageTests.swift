import Learning
import Session
import Syntax
import TestSupport
import Testing

/// What lc says to somebody who is new to it.
@Suite struct MessageTests {
    private static let losses = Losses.all.map { $0.name }.joined(separator: ", ")
    private static let penalties = Penalties.all.map { $0.name }.joined(separator: ", ")

    @Test(arguments: [
        ("gradcheck", "the gradient is right"), ("gradcheck h=1", "nothing was checked"),
        ("gradcheck h=1e-12", "h is too small (rounding) to tell; with h=1e-5 the error is"),
        ("gradcheck h=1e-300", "h is too small (rounding) to tell"),
        ("loss softmax; gradcheck h=0.5", "h is too large (curvature) to tell"),
        ("loss softmax; gradcheck h=100", "h is too large (curvature) to tell"),
    ])
    func `gradcheck gives no verdict that its h does not allow`(source: String, verdict: String) {
        let result = CommandTests.run("load iris\n" + source)
        #expect(result.error == nil && result.text.contains(verdict), "\(result.text)")
        #expect(!result.text.contains("wrong"))
    }

    @Test(arguments: [1e-5, 1e-12, 0.5])
    func `gradcheck calls a wrong gradient wrong, whatever its h`(h: Double) throws {
        let session = Session()
        _ = CommandTests.run("load iris; loss softmax; sgd epochs=2", in: session)
        let state = session.state
        let examples = try #require(state.data).examples(.train)
        let classifier = try #require(state.classifier)
        var wrong = DoubleProblem(objective: state.objective, examples: examples)
            .gradient(classifier)
        wrong.dW[5] *= 1.01
        func check(_ h: Double) -> GradientCheck.Result {
            GradientCheck(h: h, seed: 1).run(
                classifier, objective: state.objective, examples: examples, gradient: wrong)
        }
        #expect(GradcheckCommand.verdict(check(h), h: h, check) == "the gradient is wrong")
    }

    @Test(arguments: [
        ("load blobs n=1", false), ("load blobs n=3", true), ("load blobs n=4", true),
    ])
    func `with few examples all are for training, and split can be used`(
        source: String, canSplit: Bool
    ) {
        let session = Session()
        let result = CommandTests.run(source, in: session)
        #expect(result.error == nil && result.text.contains("all are for training"), "\(result)")
        guard case .record(let record) = result.value else { return }
        #expect(record["val"] == .count(0) && record["test"] == .count(0))
        #expect(CommandTests.run("sgd", in: session).error == nil)
        #expect((CommandTests.run("split val=1 test=0", in: session).error == nil) == canSplit)
    }

    @Test(arguments: LanguageHelp.topics)
    func `every word of the language has the page with its form`(topic: String) {
        let result = CommandTests.run("help " + topic)
        #expect(result.error == nil && result.text.contains("for lr in [0.1, 1] {"))
    }

    @Test func `help's second word is completed from the forms of its command`() {
        let session = Session()
        let found = Completion.candidates(for: "help plot w", in: session).candidates
        #expect(found.map(\.text) == ["weights"])
        #expect(Completion.suggestion(for: "help load ", in: session)?.text == "cifar10")
        #expect(Completion.suggestion(for: "help sgd ", in: session) == nil)
    }

    @Test func `help is on functions and on single forms too`() {
        #expect(CommandTests.run("help log").text == "  log(x)                   natural logarithm")
        let weights = CommandTests.run("help plot weights").text
        #expect(weights.contains("plot weights [save=…]") && !weights.contains("plot line"))
        #expect(CommandTests.run("help load csv").text.contains("label"))
        #expect(!CommandTests.run("help save weights").text.contains("[title=…]"))
        #expect(
            CommandTests.run("help plot wieghts").error
                == "plot has no form 'wieghts' · did you mean 'weights'?")
        #expect(CommandTests.run("help exit").text.hasPrefix("  quit  leave lc"))
    }

    @Test(arguments: [
        ("exit", "there is no command 'exit' · did you mean 'quit'?"),
        ("q", "there is no command 'q' · did you mean 'quit'?"),
        (":q", "there is no command ':q' · did you mean 'quit'?"),
        ("?", "there is no command '?' · did you mean 'help'?"),
        ("bye", "there is no command 'bye' · did you mean 'quit'?"),
        (
            "x = 3; x y",
            "x is a variable and takes no arguments · write x alone to see it, or $x in a command"
        ),
        ("변수 3", "there is no command '변수' · 'help' lists the commands"),
        ("ㅣㅐㅁㅇ iris", "there is no command 'ㅣㅐㅁㅇ' · did you mean 'load'?"),
        (
            "loss hinge",
            "loss has no form 'hinge'; it takes \(losses) · did you mean 'svm'?"
        ),
        (
            "reg ridge",
            "reg has no form 'ridge'; it takes \(penalties) · did you mean 'l2'?"
        ),
        (
            "run ok.csv",
            "ok.csv is a table of data, not a script · load ok.csv is the statement that reads it"
        ),
        ("print {r.loss}", "a record is written {name: value, …} · for a value write (r.loss)"),
        (
            "print \"{r.loss:.3f}\"",
            "there are no formats in the { } of a string · write {round(r.loss, 3)}"
        ),
        ("def f a b=2 { a }\nf", "f needs a · write f a [b=2]"),
        ("rerun 3,5", "'3,5' names no cells · write one number or range at a time"),
        (
            "load iris; tune batch=[1.5]",
            "batch must be a list of whole numbers from 1, such as [32, 64]"
        ),
    ])
    func `a mistake gets the hint that helps`(source: String, message: String) {
        #expect(CommandTests.run(source).error == message)
    }

    @Test func `a file of data is loaded by what it holds`() {
        let folder = TemporaryFolder()
        folder.write("a", "x,y,kind\n1,2,a\n3,4,b\n5,,a\n")
        folder.write("b", "1 1:2\n0 2:3\n")
        let load = "load \(folder.path)/"
        #expect(CommandTests.run(load + "a missing=drop label=kind").error == nil)
        #expect(CommandTests.run(load + "b d=7").error == nil)
        #expect(
            CommandTests.run(load + "b missing=drop").error
                == "\(folder.path)/b is data of the format libsvm, which has no option 'missing' · it takes d, test"
        )
        #expect(
            CommandTests.run("load ok.csv").error
                == "ok.csv cannot be read: No such file or directory · check the path")
        #expect(CommandTests.run("load irsi").error?.hasSuffix("· did you mean 'iris'?") == true)
        #expect(
            CommandTests.run("run 'my data.csv'").error
                == "my data.csv is a table of data, not a script · load \"my data.csv\" is the statement that reads it"
        )
    }

    @Test func `one mistake in a string is one error`() {
        for text in ["print \"{1+}\"", "print \"{1+} b\"; print \"c\"", "print \"a {\"x\" +} b\""] {
            #expect(Parser.parse(Source(name: "", text: text)).diagnostics.count == 1, "\(text)")
        }
        let both = Parser.parse(Source(name: "", text: "print \"{1+}\"; x = \nprint \"{2+}\""))
        #expect(both.diagnostics.count == 3)
    }

    @Test(arguments: [
        ("round(2.71828, 2)", "2.72"), ("round(2.5)", "3"), ("round(1234, -2)", "1200"),
        ("round(0.1 + 0.2, 15)", "0.3"), ("round(1e300, 15)", "1e300"),
    ])
    func `round takes digits`(source: String, text: String) {
        #expect(CommandTests.run(source).text == text)
    }

    @Test func `check knows variables and functions`() {
        func check(_ text: String) -> [String] {
            Checker.check(Source(name: "a.lc", text: text)).map(\.message)
        }
        #expect(check("print $y") == ["there is no variable 'y'"])
        #expect(
            check("for i in 1..n { print \"{i + k}\" }\nif m > 1 { sqr(2) }") == [
                "there is no variable 'n'", "there is no variable 'k'", "there is no variable 'm'",
                "there is no function 'sqr'",
            ])
        #expect(
            check("x = 1; x + _.loss * pi * len(args) + out[1].n; def f a { a + 1 }; f(x)") == [])
        #expect(check("run other.lc; print $y") == [])
    }

    @Test(arguments: ["1e6", "1e30"])
    func `after a divergence the rate proposed is one that trains`(rate: String) throws {
        let session = Session()
        let result = CommandTests.run("load iris; loss svm squared; sgd lr=\(rate)", in: session)
        #expect(result.text.contains("the best so far is kept"), "\(result.text)")
        let proposed = try #require(result.text.split(separator: "lr=").last)
        let again = CommandTests.run("sgd lr=\(proposed)", in: session)
        guard case .record(let record) = again.value else {
            Issue.record("\(again)")
            return
        }
        #expect(record["stop"] == .string("limit"), "\(again.text)")
        // Numbers are short, however large.
        #expect(result.text.split { !$0.isNumber }.allSatisfy { $0.count <= 16 })
    }

    @Test func `nesterov without momentum and parts of epochs are told as they are`() {
        let text = CommandTests.run("load iris; sgd nesterov epochs=0.5").text
        #expect(text.contains("nesterov does nothing without momentum"))
        #expect(text.contains("epoch 1/1 "))
        #expect(!CommandTests.run("load iris; sgd nesterov momentum=0.9").text.contains("nothing"))
    }

    @Test func `a column of prices as classes is warned of`() {
        let folder = TemporaryFolder()
        folder.write("a.csv", "a,price\n" + (0..<40).map { "\($0),\($0 * 7)\n" }.joined())
        #expect(
            CommandTests.run("load csv \(folder.path)/a.csv").text.contains(
                "warning: 40 classes for 40 examples"))
        #expect(!CommandTests.run("load iris").text.contains("warning"))
    }
}
