import Session
import Syntax
import Testing

@Suite struct HighlighterTests {
    private let session: Session = {
        let session = Session()
        session.frontEnd.lineWords = ["cd": "go to a folder"]
        for line in ["x = 3", "def trial rate n=2 { print $rate }"] {
            session.run(cell: Source(name: "", text: line)) { _ in }
        }
        return session
    }()

    /// The parts as `text:role`.
    private func parts(_ text: String) -> [String] {
        let source = Source(name: "", text: text)
        return Highlighter(text, in: session).parts.map {
            "\(source.text(in: $0.range)):\($0.role)"
        }
    }

    @Test(arguments: [
        ("sgd lr=1e-3 nesterov", ["sgd:command", "lr:option", "1e-3:number", "nesterov:value"]),
        ("sgd learning=2", ["sgd:command", "learning:unknown", "2:number"]),
        ("sg", ["sg:partial"]), ("sgg", ["sgg:unknown"]),
        ("sg lr=1", ["sg:unknown", "lr:unknown", "1:number"]),
        ("x", ["x:command"]),
        ("trial 1 n=3", ["trial:command", "1:number", "n:option", "3:number"]),
        ("cd data", ["cd:command", "data:value"]), ("c", ["c:partial"]),
        ("y = sqrt(x) + 2", ["sqrt:function", "x:variable", "2:number"]),
        (
            "print \"a {x} b\" # why",
            ["print:command", "\"a :string", "x:variable", " b\":string", "# why:comment"]
        ),
        (
            "for i in 1..3 { print $i }",
            ["for:keyword", "in:keyword", "1:number", "3:number", "print:command", "$i:variable"]
        ),
        (
            "if x > 1 and true { gd } else { gd }",
            [
                "if:keyword", "x:variable", "1:number", "and:keyword", "true:value", "gd:command",
                "else:keyword", "gd:command",
            ]
        ),
        (
            "load csv '한 글.csv' label=last",
            ["load:command", "csv:value", "'한 글.csv':string", "label:option", "last:value"]
        ),
        ("def f a { gd }; f 2", ["def:keyword", "gd:command", "f:command", "2:number"]),
    ])
    func `parts have the roles that the parser and the session give them`(
        text: String, expected: [String]
    ) {
        #expect(parts(text) == expected)
    }

    @Test(arguments: [
        "print \"abc", "print 'abc", "print (1 + 2", "for i in 1..3 { print $i", "xs = [1, {a: 2",
    ])
    func `what is unclosed is known`(text: String) {
        let highlighter = Highlighter(text, in: session)
        #expect(highlighter.pairs.contains { $0.close == nil })
    }

    @Test(arguments: [
        ("print 1)", [7]), ("xs = [1, 2]]", [11]), ("repeat 2 { gd } }", [16]),
        ("print \")\" # )", []),
        ("print (1 + [2, 3][0]) \"a {1} b\"", []), ("print (1]", [8]), (")", [0]),
        ("print f(1, g(2))", []), ("laod (1, \")\") ]", [14]), ("정확도 = (1))", [15]),
    ])
    func `a closing bracket that closes nothing is known at once`(text: String, places: [Int]) {
        #expect(Highlighter(text, in: session).strayClosings.map(\.lower) == places)
    }

    @Test(arguments: [
        ("print (1 + [2, 3][0]) \"a {x} b\"", 5), ("repeat 2 { print (1 +) }", 2),
        ("f({a: 1}, 'b')", 3), ("print $x[0]", 1),
    ])
    func `every bracket and quote that is closed has its pair, also where there is a mistake`(
        text: String, count: Int
    ) {
        let pairs = Highlighter(text, in: session).pairs
        #expect(pairs.count == count && pairs.allSatisfy { $0.close != nil }, "\(pairs)")
        let bytes = Array(text.utf8)
        for pair in pairs {
            let ends = [bytes[pair.open.lower], bytes[pair.close?.lower ?? 0]]
            #expect(
                ["()", "[]", "{}", "\"\"", "''"].contains(String(decoding: ends, as: UTF8.self)))
        }
    }

    /// However a text is cut, its parts stand in order, apart, and inside it.
    @Test func `parts of a text that is cut anywhere are in order and do not overlap`() {
        let text =
            "for lr in [0.1, 1] { r = sgd lr=$lr momentum=0.9; print \"{r.loss} 한\" } # x\ndef f a=(1 + 2) { f({k: 'v'}) }"
        for end in text.indices {
            let cut = String(text[..<end])
            var place = 0
            for part in Highlighter(cut, in: session).parts {
                #expect(part.range.lower >= place && part.range.upper <= cut.utf8.count, "\(cut)")
                place = part.range.upper
            }
        }
    }
}
