import Syntax
import Testing

@Suite struct ReservedWordTests {
    @Test(arguments: ReservedWord.allCases)
    func `no reserved word can be a variable`(word: ReservedWord) {
        let script = Parser.parse(Source(name: "test", text: "\(word.rawValue) = 1"))
        #expect(
            script.diagnostics.map(\.message) == [
                "\(word.rawValue) is a word of the language and cannot be a variable"
            ])
    }

    @Test(arguments: ReservedWord.allCases.filter(\.opensBlock))
    func `a word that opens a block asks for one`(word: ReservedWord) {
        let head = ["for": "for x in xs", "def": "def f"][word.rawValue] ?? "\(word.rawValue) x"
        #expect(Parser.parse(Source(name: "test", text: head + " { }")).diagnostics.isEmpty)
        let messages = Parser.parse(Source(name: "test", text: head)).diagnostics.map(\.message)
        #expect(messages == ["\(word.rawValue) needs a block in { } here"])
    }
}
