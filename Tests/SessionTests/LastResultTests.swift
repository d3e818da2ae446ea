import Session
import Syntax
import TestSupport
import Testing

@Suite struct LastResultTests {
    @Test func `in a loop _ is the last result of the loop's own statements`() throws {
        let session = Session()
        _ = CommandTests.run("load iris; sgd lr=1e-5", in: session)
        let result = CommandTests.run(
            "for lr in [1e-3, 1e-1] { sgd lr=$lr; print (_.loss) }", in: session)
        let printed = result.text.split(separator: "\n").filter { Double($0) != nil }
        #expect(printed.count == 2 && printed[0] != printed[1], "\(result.text)")
        #expect(
            printed.last.map(String.init)
                == CommandTests.run("print (_.loss)", in: session).text)
    }

    @Test func `a definition has results of its own, and leaves those around it alone`() {
        let source = "load iris\ndef f { sgd steps=1; return _.loss }\n7\nx = f()\nprint (_ + 1)"
        #expect(CommandTests.run(source).text.hasSuffix("8"))
    }

    @Test func `a statement that fails leaves _ as it was`() {
        let session = Session()
        _ = CommandTests.run("load iris; 7", in: session)
        #expect(CommandTests.run("repeat 2 { 8; nonsense }", in: session).error != nil)
        #expect(CommandTests.run("_", in: session).text == "7")
    }

    @Test(arguments: [
        "repeat 3 { x = _ + 1; x }", "def f { return _ * 2 }; 5; x = f() + _",
        "def f { y = _; sgd steps=1; return y + _.loss }; 3; x = f(); repeat 2 { x = x + f() }",
        "9; if _ > 8 { 2; x = _ }; x = x + _", "repeat 2 { _; x = _ * 2; 4 }",
        "repeat 2 { sgd steps=1; x = _.loss }; x = x + _.loss",
    ])
    func `a saved session has _ as it was`(statements: String) {
        let session = Session()
        // `eval` is no part of what is saved, and `_` is its result or what comes before it.
        _ = CommandTests.run("load iris; eval; 3", in: session)
        let result = CommandTests.run(statements, in: session)
        #expect(result.error == nil, "\(result.error ?? "")")
        let again = Session()
        let text = SavedSession.text(session.state)
        #expect(CommandTests.run(text, in: again).error == nil, "\(text)")
        #expect(again.state.variables["x"] == session.state.variables["x"], "\(text)")
        #expect(again.state.classifier == session.state.classifier, "\(text)")
    }
}
