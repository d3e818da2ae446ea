import Platform
import Syntax
import Testing

/// Long flat texts take no more stack than short ones, in reading, comparing and freeing.
@Suite struct LongChainTests {
    private static let count = 100_000

    @Test(arguments: [
        "1" + String(repeating: "+1", count: count), "1" + String(repeating: "*2-1", count: count),
        "a" + String(repeating: " and b", count: count),
        "a" + String(repeating: " or b", count: count),
        "a" + String(repeating: " and b or c", count: count),
        String(repeating: "-", count: count) + "1",
        "x = " + String(repeating: "not ", count: count) + "true",
        "[1" + String(repeating: ", 1", count: count) + "]",
        "[]" + String(repeating: " + [1]", count: count),
        "\"" + String(repeating: "{a}", count: count) + "\"",
        "if a { b }" + String(repeating: " else if a { b }", count: count),
        "print" + String(repeating: " a", count: count),
    ])
    func `a flat chain of 100 000 parts is read without nesting`(text: String) {
        let source = Source(name: "test", text: text)
        let script = Parser.parse(source)
        #expect(script.diagnostics.isEmpty)
        #expect(script.statements.count == 1)
        #expect(script.statements == Parser.parse(source).statements)
    }

    @Test(arguments: [".y", "[0]", "..2", "^2"])
    func `a chain that would nest ends in a diagnostic`(part: String) {
        let text = "x = 1 + x" + String(repeating: part, count: Self.count)
        let messages = Parser.parse(Source(name: "test", text: text)).diagnostics.map(\.message)
        #expect(messages == ["this is nested more than 200 deep"])
    }

    @Test func `operators of one strength are one chain, and a bracket begins another`() throws {
        let script = Parser.parse(Source(name: "test", text: "(1 + 2) - 3 * 4 + 5"))
        guard case .expression(let expression) = script.statements.first?.kind,
            case .operations(let first, let rest) = expression.kind,
            case .operations(_, let inner) = first.kind
        else {
            Issue.record("not a chain")
            return
        }
        #expect(rest.map(\.symbol) == [.subtract, .add])
        #expect(inner.map(\.symbol) == [.add])
        #expect(script.source.text(in: first.range) == "(1 + 2)")
        #expect(script.source.text(in: expression.range) == "(1 + 2) - 3 * 4 + 5")
    }

    @Test func `a call of words without end is one mistake, and reading goes on after it`() {
        let text = String(repeating: "x ", count: 150_000) + "\ny = 1"
        let script = Parser.parse(Source(name: "test", text: text))
        #expect(
            script.diagnostics.map(\.message) == ["a call takes at most 100 000 arguments"])
        #expect(script.statements.count == 1)
    }

    @Test(arguments: ["x ", "x = 1; ", "x = 1\n", "[1, 2] + ", "print [1]; "])
    func `reading a long text is given up when that is asked for`(part: String) {
        let text = String(repeating: part, count: 20_000)
        let script = Abandonment.request(atLook: 2) {
            Parser.parse(Source(name: "test", text: text))
        }
        #expect(script.diagnostics.map(\.message) == ["interrupted"])
        #expect(script.statements.count < 20_000)
    }
}
