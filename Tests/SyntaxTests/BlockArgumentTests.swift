import Syntax
import Testing

@Suite struct BlockArgumentTests {
    private func script(_ text: String) -> Script {
        Parser.parse(Source(name: "test", text: text))
    }

    /// The values of a lone call's arguments.
    private func values(_ text: String) -> [Expression.Kind] {
        let script = script(text)
        #expect(script.diagnostics.isEmpty)
        guard script.statements.count == 1, case .command(let call) = script.statements[0].kind
        else { return [] }
        return call.arguments.map(\.value.kind)
    }

    @Test(arguments: [
        ("f { sgd }", 1), ("f k=3 {sgd}", 1), ("f {\n    sgd lr=1e-3\n    gd\n}", 2),
        ("f { # one\n sgd; gd }", 2), ("f { x = 1; for i in 1..2 { gd } }", 2), ("f {x=1}", 1),
        ("f { f { gd } } stratify", 1),
    ])
    func `statements in braces are an argument`(text: String, count: Int) {
        let blocks = values(text).compactMap { kind -> Block? in
            if case .block(let block) = kind { block } else { nil }
        }
        #expect(blocks.map(\.statements.count) == [count])
    }

    @Test(arguments: ["f {a: 1}", "f { a : 1, b: {c: 2} }", "f {}", "f w={a: 1}", "f {\n a: 1\n}"])
    func `a record is one as before`(text: String) {
        guard case .record? = values(text).last else {
            Issue.record("\(text) has no record")
            return
        }
    }

    @Test(arguments: ["f {", "f k=3 {\n", "f { sgd", "f {\n  sgd\n", "f {\n  g {\n  }\n"])
    func `open braces are continued on further lines`(text: String) {
        #expect(script(text).isIncomplete)
    }
}
