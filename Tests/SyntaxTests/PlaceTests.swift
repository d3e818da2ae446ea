import Syntax
import Testing

/// What the end of a text belongs to, which completion asks the parser.
@Suite struct PlaceTests {
    private func place(_ text: String) -> Place {
        Parser.parse(Source(name: "test", text: text)).place
    }

    private func word(_ text: String) -> String {
        Source(name: "test", text: text).text(in: place(text).range)
    }

    @Test(arguments: [
        ("", ""), ("sg", "sg"), ("x = 1; lo", "lo"), ("if a { ", ""), ("for", "for"),
    ])
    func `a statement begins`(text: String, typed: String) {
        #expect(place(text).kind == .statement)
        #expect(word(text) == typed)
    }

    @Test(arguments: [("r = ", ""), ("r = ev", "ev"), ("def f { return ev", "ev")])
    func `a value begins`(text: String, typed: String) {
        #expect(place(text).kind == .evaluation)
        #expect(word(text) == typed)
    }

    @Test(
        arguments: [
            ("sgd ba", nil, "ba", 0), ("sgd batch=3 ", nil, "", 1), ("sgd lr=", "lr", "", 0),
            ("r = sgd 1 sample=re", "sample", "re", 1), ("load csv \"my fi", nil, "\"my fi", 1),
            ("load csv my\\ fi", nil, "my\\ fi", 1),
        ] as [(String, String?, String, Int)])
    func `an argument is being typed`(text: String, key: String?, typed: String, count: Int) throws
    {
        guard case .argument(let call, let found) = place(text).kind else {
            Issue.record("\(text) ends in an argument")
            return
        }
        #expect(found?.text == key)
        #expect(call.arguments.count == count)
        #expect(word(text) == typed)
    }

    @Test(arguments: [
        ("(a", "a"), ("if r.lo", "r.lo"), ("x = [1, ", ""), ("out[4].acc", "out[4].acc"),
        ("print \"{r.", "r."), ("xs[i", "i"), ("a + ", ""), ("f(k=b", "b"),
    ])
    func `an expression is being typed`(text: String, typed: String) {
        #expect(place(text).kind == .expression)
        #expect(word(text) == typed)
    }

    @Test(arguments: [("print $", ""), ("sgd lr=$ra", "ra"), ("save out-$i", "i")])
    func `a variable is being named`(text: String, typed: String) {
        #expect(place(text).kind == .reference)
        #expect(word(text) == typed)
    }

    @Test(arguments: ["for x ", "for x i"])
    func `a word of the grammar is missing`(text: String) {
        #expect(place(text).kind == .reserved(.in))
    }

    @Test(arguments: [
        "x = 12", "x = rate * 2 ", "repeat 2 { sgd }", "sgd # ba", "for x", "def f a", "x = \"ab",
        "x = ) + a", "{a",
    ])
    func `nothing can be completed`(text: String) {
        #expect(place(text).kind == .other)
    }

    /// Of a text with a mistake too, the place lies in the text and its word ends it.
    @Test func `every text has a place`() {
        var state: UInt64 = 77
        let pieces = ["sgd", " ", "=", "{", "}", "(", "]", "\"", "\n", ";", "#", "\\", "$", "."]
        for _ in 0..<3000 {
            var text = ""
            for _ in 0..<20 {
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                text += pieces[Int(state >> 33) % pieces.count]
            }
            let range = place(text).range
            #expect(range.lower >= 0 && range.upper == text.utf8.count)
        }
    }
}
