import Syntax
import TerminalText
import Testing

@Suite struct DiagnosticRendererTests {
    @Test func `puts the caret under the culprit`() {
        let source = Source(name: "a.lc", text: "loss svm\nsgd lr=1e-3 btach=128\n")
        let diagnostic = Diagnostic(
            "sgd has no option 'btach'", hint: "did you mean 'batch'?", at: SourceRange(21, 26),
            in: source)
        #expect(
            DiagnosticRenderer(showsLocation: true).render(diagnostic) == """
                a.lc:2:13: error: sgd has no option 'btach'
                  sgd lr=1e-3 btach=128
                              ^~~~~ did you mean 'batch'?
                """)
    }

    @Test(arguments: ["x", "가"])
    func `of a very long line it shows what stands around the caret`(letter: String) {
        let side = String(repeating: letter + " ", count: 300_000)
        let source = Source(name: "a", text: side + "@" + side)
        let start = side.utf8.count
        let diagnostic = Diagnostic("no", at: SourceRange(start, start + 1), in: source)
        let text = DiagnosticRenderer(showsLocation: true, columns: 40).render(diagnostic).encoded
        let lines = text.split(separator: "\n")
        #expect(lines.first == "a:1:600001: error: no")
        #expect(lines.count == 3)
        #expect(lines[1].hasPrefix("  …"))
        #expect(lines[1].hasSuffix("…"))
        #expect(lines[1].contains("\(letter) @\(letter) "))
        #expect(!lines[1].contains("\u{FFFD}"))
    }

    @Test func `counts wide characters as two columns`() {
        let source = Source(name: "a", text: "print \"가나\" $x")
        let diagnostic = Diagnostic("there is no variable 'x'", at: SourceRange(15, 17), in: source)
        #expect(
            DiagnosticRenderer(showsLocation: false).render(diagnostic) == """
                error: there is no variable 'x'
                  print "가나" $x
                               ^~
                """)
    }

    @Test func `in a narrow window sentences and hints go on in further lines, between words`() {
        let source = Source(name: "[1]", text: "load ok.csv")
        let diagnostic = Diagnostic(
            "load has no form 'ok.csv'; it takes cifar10, csv", hint: "write load csv ok.csv",
            at: SourceRange(5, 11), in: source)
        let renderer = DiagnosticRenderer(
            showsLocation: false, usesColour: true, columns: 30, wraps: true)
        let coloured = renderer.render(diagnostic)
        #expect(coloured.encoded.hasPrefix("\u{1B}[1;31merror:\u{1B}[0m load has"))
        var plain = renderer
        plain.usesColour = false
        #expect(
            plain.render(diagnostic) == """
                error: load has no form
                  'ok.csv'; it takes cifar10,
                  csv
                  load ok.csv
                       ^~~~~~
                  write load csv ok.csv
                """)
    }

    @Test func `clips long lines around the caret and shows control characters`() {
        let text =
            String(repeating: "a", count: 500) + "\u{1B}[31m" + String(repeating: "b", count: 500)
        let source = Source(name: "a", text: text)
        let shown = DiagnosticRenderer(showsLocation: false, columns: 60)
            .render(Diagnostic("wrong", at: SourceRange(500, 501), in: source)).encoded
        #expect(!shown.contains("\u{1B}"))
        #expect(shown.split(separator: "\n").allSatisfy { $0.count <= 60 })
    }

    @Test(arguments: [("btach", "batch"), ("los", "loss"), ("sgdd", "sgd"), ("Load", "load")])
    func `finds what was meant`(typed: String, meant: String) {
        #expect(Spelling.nearest(typed, in: ["batch", "loss", "sgd", "load"]) == meant)
    }

    @Test func `says nothing when nothing is near`() {
        #expect(Spelling.nearest("zzz", in: ["batch", "loss"]) == nil)
    }
}
