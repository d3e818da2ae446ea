import Learning
import Notebook
import Session
import Syntax
import Testing

@Suite struct CommandTests {
    /// Runs statements; gives the last value, or the diagnostic's message.
    static func run(_ text: String, in session: Session = Session()) -> (
        value: Value, error: String?, text: String
    ) {
        var last = Value.nothing
        var error: String?
        var shown: [String] = []
        session.run(cell: Source(name: "test", text: text)) { result in
            last = result.value
            error = result.error.map { $0.message + ($0.hint.map { " · \($0)" } ?? "") }
            for case .text(let text) in result.outputs { shown.append(text) }
        }
        return (last, error, shown.joined(separator: "\n"))
    }

    private static let losses = Losses.all.map { $0.name }.joined(separator: ", ")

    @Test(arguments: Commands.all.map { $0.name })
    func `every command has a summary and its help`(name: String) throws {
        let command = try #require(Commands.named(name))
        #expect(!command.summary.isEmpty)
        #expect(Self.run("help \(name)").text.contains(name))
    }

    @Test(arguments: [
        ("sgd lr=1e-3 btach=128", "sgd has no option 'btach' · did you mean 'batch'?"),
        (
            "load iris; tune reg=[1]",
            "reg cannot be tuned while there is no regularization · choose one first, such as reg l2"
        ),
        (
            "load iris; gradient numeric all h=1",
            "h is too large for these features · choose at most 0.08"
        ),
        ("lod iris", "there is no command 'lod' · did you mean 'load'?"),
        (
            "loss svn",
            "loss has no form 'svn'; it takes \(losses) · did you mean 'svm'?"
        ),
        ("sgd lr=-1", "lr must be a number above 0, not \"-1\""),
        ("sgd epochs=1 steps=2", "sgd takes epochs or steps, not both"),
        (
            "load libsvm",
            "load libsvm needs path: a file of LIBSVM's format · write load libsvm PATH [d=0] [test=…] [seed=…]"
        ),
        (
            "load csv /no/such.csv",
            "/no/such.csv cannot be read: No such file or directory · check the path"
        ),
        ("x", "there is no command 'x' · 'help' lists the commands"),
        ("1 / 0", "division by zero"),
        (
            "print $y",
            "there is no variable 'y' · give it a value with y = …, or put quotes around a word"
        ),
        (
            "load = 3",
            "load is a command and cannot be a variable · choose another name, such as load_"
        ),
        ("[1, 2][5]", "index 5 is outside: there are 2 items, from 0 to 1"),
        ("[1][-2]", "index -2 is outside: there is 1 item, at 0"),
        ("[][0]", "index 0 is outside: the list is empty"),
        ("load csv (1 < 2)", "path must be the name of a file or folder, not true"),
        ("seed abc", "seed must be a whole number from 0 to 9007199254740992, not \"abc\""),
        ("undo abc", "the n of undo must be a whole number from 1 to 10000, not \"abc\""),
        (
            "eval tset",
            "split must be one of train, val, test, dev, not \"tset\" · did you mean 'test'?"
        ),
    ])
    func `an error says what is wrong and what to do`(source: String, message: String) {
        let session = Session()
        _ = Self.run("load iris", in: session)
        let result = Self.run(source, in: session)
        #expect(result.error == message)
    }

    @Test func `without data a command says how to get some`() {
        for source in ["sgd", "eval", "data", "show", "plot weights", "gradcheck", "confusion"] {
            #expect(
                Self.run(source).error
                    == "there is no data yet · load a data set first, for example: load iris",
                "\(source)")
        }
    }

    @Test func `a statement that fails leaves everything as it was`() {
        let session = Session()
        _ = Self.run("load iris; sgd epochs=2; x = 1", in: session)
        let before = session.state
        for source in [
            "for i in 1..3 { x = i; sgd epochs=1; nonsense }",
            "repeat 2 { loss softmax; reg l1 1; 1 / 0 }",
            "def f { f }; f", "load csv /no/such", "if true { init; preprocess none; undefined }",
        ] {
            #expect(Self.run(source, in: session).error != nil)
            #expect(session.state.classifier == before.classifier)
            #expect(session.state.variables == before.variables)
            #expect(session.state.runs.count == before.runs.count)
            #expect(type(of: session.state.objective.loss) == type(of: before.objective.loss))
        }
    }

    @Test(arguments: [
        ("x = 2; x * 3 + 1", "7"), ("mean([1, 2, 3, 6])", "3"), ("2 ^ 3 ^ 2", "512"),
        ("-2 ^ 2", "-4"), ("7%3", "1"),
        ("20% * 10", "2"), ("logspace(-4, -1, 4)", "[0.0001, 0.001, 0.01, 0.1]"),
        ("\"a{1 + 1}b\"", "a2b"),
        (
            "s = 0\nfor i in 1..10 { if i == 5 { continue }; if i > 8 { break }; s = s + i }\ns",
            "31"
        ),
        ("def sq x { return x ^ 2 }\nsq(3) + 1", "10"),
        ("n = 0\nwhile n < 5 { n = n + 1 }\nn", "5"), ("{a: 1, b: \"x\"}.b", "x"),
        ("len(1..1000000000)", "1000000000"),
        ("1 < 2 and not (2 < 1)", "true"), ("[1, 2] + [3]", "[1, 2, 3]"),
        ("range(0, 1, 0.25)", "[0, 0.25, 0.5, 0.75, 1]"),
    ])
    func `the language gives`(source: String, text: String) {
        let result = Self.run(source)
        #expect(result.error == nil)
        #expect(result.text == text)
    }

    @Test func `a definition called as a command gives what it returns, and shows nothing`() {
        let result = Self.run("def twice x by=2 { return x * by }\ntwice 4 by=3")
        #expect(result.error == nil && result.text == "" && result.value == .number(12))
    }

    @Test func `a field of a command's record is an expression`() {
        let session = Session()
        _ = Self.run("load iris\nr = eval train", in: session)
        #expect(Self.run("r.n", in: session).text == "90")
    }

    @Test func `minibatches all over a file that memory does not hold are told of blocks`() {
        func note(_ size: Int, _ sampling: GradientDescent.Sampling) -> String? {
            SGDCommand.memoryNote(size: size, memory: 1000, sampling: sampling)
        }
        #expect(note(1001, .shuffle)?.contains("sample=blocks") == true)
        #expect(note(1001, .replace)?.contains("sample=blocks") == true)
        #expect(note(1001, .blocks) == nil)
        #expect(note(1000, .shuffle) == nil)
    }

    @Test func `endless recursion ends in an error`() {
        #expect(Self.run("def f x { f (x + 1) }\nf 1").error?.contains("calls itself") == true)
    }

    @Test func `records have the fields that programs rely on`() {
        let session = Session()
        func fields(_ source: String) -> Set<String> {
            guard case .record(let record) = Self.run(source, in: session).value else { return [] }
            return Set(record.fields.map(\.name))
        }
        _ = Self.run("load iris", in: session)
        #expect(fields("loss").isSuperset(of: ["loss", "data_loss", "reg_loss", "split"]))
        #expect(fields("eval test").isSuperset(of: ["split", "accuracy", "loss", "n"]))
        #expect(
            fields("search random 20").isSuperset(of: [
                "attempts", "best_loss", "best_attempt", "seconds",
            ]))
        for source in ["sgd epochs=1", "gd steps=3"] {
            #expect(
                fields(source).isSuperset(of: [
                    "loss", "train_accuracy", "val_accuracy", "steps", "seconds",
                    "examples_per_second",
                ]))
        }
        #expect(fields("gradcheck 5").isSuperset(of: ["max_relative_error", "checked"]))
    }

    @Test func `check finds every error of a script without running it`() {
        let source = Source(
            name: "a.lc",
            text: """
                load iris
                sgd btach=3
                if true { loss svn }
                for x in { }
                nonsense
                def f a { print $a }
                f 3
                sgd lr=abc
                """)
        #expect(
            Checker.check(source).map { $0.source.location(of: $0.range.lower).line } == [
                2, 3, 4, 5, 8,
            ])
    }
}
