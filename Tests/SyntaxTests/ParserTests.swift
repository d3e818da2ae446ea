import Syntax
import TerminalText
import Testing

@Suite struct ParserTests {
    private func parse(_ text: String) -> Script { Parser.parse(Source(name: "test", text: text)) }

    private func messages(_ text: String) -> [String] { parse(text).diagnostics.map(\.message) }

    @Test(arguments: [
        "load cifar10 ~/data/x", "sgd lr=1e-3 batch=$n", "x = 3", "r = sgd lr=$lr", "r.loss",
        "lr * 2", "1 + 2",
        "for x in [1, 2] { print $x }", "repeat 3 { sgd }", "while x < 3 { x = x + 1 }",
        "if a { b } else if c { d } else { e }", "if a { b }\nelse { c }",
        "def f a b=1 { return a + b }", "sgd \\\n  lr=1",
        "print \"half is {1 / 2}\"", "x = [1,\n 2,\n]", "{a: 1, b: [2]}",
        "explain scores=[3.2, 5.1] label=0",
        "save weights out-$i.npz # a comment", "print 'raw {text}'", "학습률 = 1e-3", "-2 ^ 2",
        "2 ** 3", "out[3].loss", ";;",
    ])
    func `parses`(text: String) {
        #expect(messages(text) == [])
    }

    @Test func `tells commands from expressions`() {
        for text in ["loss svm", "plot", "print -5", "search random 100"] {
            guard case .command = parse(text).statements.first?.kind else {
                Issue.record("\(text) is a command")
                continue
            }
        }
        for text in ["lr*2", "a == b", "a and b", "mean([1])", "xs[0]", "1..3", "not a", "_"] {
            guard case .expression = parse(text).statements.first?.kind else {
                Issue.record("\(text) is an expression")
                continue
            }
        }
    }

    @Test func `finds every error once and goes on after it`() {
        let script = parse(
            """
            sgd lr=
            loss svm
            for x in { }
            x = (1 + 
            """)
        #expect(script.diagnostics.count == 3)
        #expect(script.statements.count == 1)
    }

    @Test(arguments: ["for x in 1..3 {", "x = [1,", "print (1 +", "sgd \\", "def f {\n  loss"])
    func `asks for more`(text: String) {
        #expect(parse(text).isIncomplete)
    }

    @Test(arguments: ["loss svm", "x = \"abc", "}", "x = )", "for x 3"])
    func `does not ask for more`(text: String) {
        #expect(!parse(text).isIncomplete)
    }

    @Test func `deep nesting and long lines end in a diagnostic`() {
        for opener in ["(", "[", "if a {", "-", "not "] {
            let script = parse("x = " + String(repeating: opener, count: 100_000))
            #expect(!script.diagnostics.isEmpty)
        }
        #expect(parse("print " + String(repeating: "a", count: 2_000_000)).diagnostics.isEmpty)
        #expect(parse(String(repeating: "print a;", count: 100_000)).statements.count == 100_000)
    }

    @Test func `random bytes never trap, and every range lies in the text`() {
        var state: UInt64 = 88
        let pieces = [
            "sgd", " ", "=", "{", "}", "(", ")", "[", "]", "\"", "'", "\n", ";", "#", "\\", "$",
            "1e", "..", "x", "한", "−", ".", ",", "%",
        ]
        for _ in 0..<3000 {
            var text = ""
            for _ in 0..<30 {
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                text += pieces[Int(state >> 33) % pieces.count]
            }
            let script = parse(text)
            let renderer = DiagnosticRenderer(showsLocation: true)
            for diagnostic in script.diagnostics {
                #expect(diagnostic.range.lower >= 0 && diagnostic.range.upper <= text.utf8.count)
                #expect(!renderer.render(diagnostic).isEmpty)
            }
        }
    }

    @Test(arguments: [
        ("1e-3", 1e-3), (".5", 0.5), ("50_000", 50_000), ("20%", 0.2), ("64k", 64_000), ("2M", 2e6),
        ("-5", -5),
    ])
    func `reads numbers`(text: String, value: Double) {
        #expect(NumberLiteral.value(of: text) == value)
    }

    @Test(arguments: ["", "-", "1e", "abc", "1..2", "3-7", "0x10", "1__", "5kk"])
    func `knows what is no number`(text: String) {
        #expect(NumberLiteral.value(of: text) == nil)
    }
}
