import Session
import Syntax
import Testing

/// What is said below a line before it is entered.
@Suite struct RemarksTests {
    private let session: Session = {
        let session = Session()
        for line in ["load iris", "x = 3", "sgd lr=0.25 epochs=1"] {
            session.run(cell: Source(name: "", text: line)) { _ in }
        }
        return session
    }()

    private func remarks(_ text: String) -> [String] {
        Remarks.lines(for: text, before: text, in: session)
    }

    @Test(arguments: [
        "loa", "load", "load ir", "sgd ba", "print \"abc", "print (1 +", "x", "x + ",
        "for i in 1..3 {", "sgd lr=", "plot w", "load iris; sg",
    ])
    func `what typing on may mend is no mistake yet`(text: String) {
        #expect(!remarks(text).contains { $0.hasPrefix("error") }, "\(remarks(text))")
    }

    @Test(arguments: [
        ("laod iris", "there is no command 'laod' (did you mean 'load'?)"),
        ("sgd btach=3 ", "sgd has no option 'btach' (did you mean 'batch'?)"),
        ("print (1 + ) + 2", "a value is missing here"),
        ("print (y) ", "there is no variable 'y'"),
        ("sgd batch=many ", "batch must be a whole number"),
        ("x = 1\nlaod iris", "line 2: there is no command 'laod'"),
    ])
    func `mistakes are told as --check would`(text: String, expected: String) {
        #expect(remarks(text).contains { $0.hasPrefix("error: " + expected) }, "\(remarks(text))")
    }

    @Test(arguments: [
        ("for i in 1..3 {\n  if i > 1 {\n    ", "{ of line 2 is not closed: if i > 1 {"),
        ("xs = [\n  1, 2, # )\n  ", "[ of line 1 is not closed: xs = ["),
        ("for i in 1..3 {\n  print \"}\"\n}", "} closes line 1: for i in 1..3 {"),
    ])
    func `a bracket's partner is told by its line`(text: String, expected: String) {
        #expect(remarks(text).first == expected, "\(remarks(text))")
    }

    @Test(arguments: ["for i in 1..3 {", "for i in 1..3 {\n  gd", "repeat 2 {\n  print (1 + 2)"])
    func `brackets of the line itself and lines that are typed say nothing`(text: String) {
        #expect(!remarks(text).contains { $0.contains("line 1") }, "\(remarks(text))")
    }

    @Test(arguments: [
        ("sgd lr=", "lr: "), ("sgd lr=0.", "last time 0.25"), ("sgd epochs=", "[10]"),
        ("sgd batch=", "[128]"), ("loss svm margin=", "margin: "),
        ("eval te", "split: "),
    ])
    func `the option at the cursor is explained`(text: String, expected: String) {
        #expect(remarks(text).first?.contains(expected) == true, "\(remarks(text))")
    }

    @Test(arguments: ["lambda=1e-3", "reg_strength = 0.1", "lambda = 0.1"])
    func `what a variable does not set is told, with the command that does`(text: String) {
        #expect(remarks(text).contains { $0.contains("reg l2 1e-3") })
    }

    @Test(arguments: [
        ("sgd learning_rate=1e-3", "did you mean 'lr'?"),
        ("sgd batch_size=64", "did you mean 'batch'?"),
        ("gd num_iters=100", "did you mean 'steps'?"),
        ("sgd num_iters=100", "did you mean 'steps'?"),
        ("sgd reg=1e-3", "write reg l2 1e-3"), ("sgd lambda=0.1", "write reg l2 1e-3"),
        ("train lr=0.1", "did you mean 'sgd'?"), ("fit", "did you mean 'sgd'?"),
        ("plot compare", "write plot runs"), ("tune learning_rate=[1]", "did you mean 'lr'?"),
        ("reg l2 reg=0.1", "did you mean 'lambda'?"),
    ])
    func `the words of notebooks are understood`(statement: String, hint: String) {
        let mistake = Checker.check(Source(name: "", text: statement)).first
        #expect(mistake?.hint == hint, "\(mistake?.message ?? "nothing")")
    }

    @Test(arguments: [
        ("sgd lr=0.1 epochs=3", "epochs=3"), ("load csv \"my file.csv\"", "\"my file.csv\""),
        ("r = sgd lr=(1 + 2)", "lr=(1 + 2)"), ("x = 1; print $x", "$x"),
    ])
    func `the last argument of an entry is whole`(entry: String, expected: String) {
        #expect(LastArgument.text(in: entry) == expected)
    }
}
