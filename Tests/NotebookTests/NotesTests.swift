import Notebook
import Testing

@Suite struct NotesTests {
    @Test func `finds lc fences with their options and what stands behind them`() throws {
        let notes = Notes(
            """
            # A
            <!-- lc: tolerance=1e-3 -->
            ~~~~lc tolerance=0.5
            load iris
            ```
            ~~~~

            ```output
            one

            two
            ```
            ```plot
            x
            ```
            text
            ```lc error
            bad
            ```
            ```python
            ```lc
            ```
            """, isMarkdown: true)
        #expect(notes.tolerance == 1e-3)
        try #require(notes.codes.count == 2)
        let code = notes.codes[0]
        #expect(code.tolerance == 0.5 && !code.expectsError)
        #expect(code.recorded?.map(\.kind) == [.output, .plot])
        #expect(code.recorded?[0].lines == ["one", "", "two"])
        #expect(notes.codes[1].expectsError && notes.codes[1].recorded == nil)
        #expect(notes.text(of: code).hasPrefix("load iris\n```"))
    }

    @Test func `data that stand in take the place of those that are not at hand`() {
        var notes = Notes(
            """
            <!-- lc: data=cifar10 else=digits -->
            ```lc
            load cifar10
            ```
            ```lc holds
            1
            ```
            """, isMarkdown: true)
        #expect(notes.problem == nil && notes.data?.wanted == "cifar10")
        #expect(notes.codes.map(\.holds) == [false, true])
        #expect(notes.text(of: notes.codes[0]) == "load cifar10")
        notes.usesStandIn = true
        #expect(notes.text(of: notes.codes[0]) == "load digits")
        #expect(notes.text(replacing: []).contains("load cifar10"))
        let wrong = Notes("<!-- lc: data=a;b else=digits -->", isMarkdown: true)
        #expect(wrong.problem?.message.contains("'data=a;b' is no setting") == true)
        #expect(Notes("<!-- lc: data=cifar10 -->", isMarkdown: true).data == nil)
    }

    @Test func `writes other outputs and nothing else`() {
        let text = "a\n```lc\nx\n```\n\n```output\nold\n```\nb\n```lc\ny\n```\nend\n"
        let notes = Notes(text, isMarkdown: true)
        let fresh = notes.codes.map {
            (code: $0, outputs: [RecordedOutput(kind: .output, lines: ["``` new"])])
        }
        let updated = notes.text(replacing: fresh)
        let output = "\n\n````output\n``` new\n````\n"
        #expect(
            updated == "a\n```lc\nx\n```" + output + "b\n```lc\ny\n```" + output + "end\n")
        #expect(Notes(updated, isMarkdown: true).codes.map(\.recorded) == fresh.map { $0.outputs })
        #expect(notes.text(replacing: []) == text)
    }

    @Test func `reads a script's comments`() {
        let notes = Notes("load iris\n#> one\n#>\n#> [plot]\nx = 1\n", isMarkdown: false)
        #expect(notes.codes.count == 2)
        #expect(notes.codes[0].recorded?.map(\.lines) == [["one", ""], []])
        #expect(notes.text(replacing: [(notes.codes[0], [])]) == "load iris\nx = 1\n")
    }

    @Test func `reads settings of the file, and names the line of one that cannot be meant`() {
        let good = Notes("a\n<!-- lc: seed=5 tolerance=1e-3 -->\n", isMarkdown: true)
        #expect(good.seed == 5 && good.tolerance == 1e-3 && good.problem == nil)
        #expect(Notes("# lc: tolerance=0.5\nx = 1\n", isMarkdown: false).tolerance == 0.5)
        for (text, line) in [
            ("a\n<!-- lc: tolerance=abc -->", 2), ("<!-- lc: tolerence=1 -->", 1),
            ("<!-- lc: seed=-1 -->", 1), ("\n\n```lc tolerance=-1\nx\n```", 3),
        ] {
            #expect(Notes(text, isMarkdown: true).problem?.line == line, "\(text)")
        }
    }

    @Test func `a fence to be skipped is no part of the script`() {
        let notes = Notes("```lc skip\nx\n```\n```lc\ny\n```\n", isMarkdown: true)
        #expect(notes.codes.map(\.isSkipped) == [true, false])
        #expect(!notes.script.contains("x") && notes.script.contains("y"))
    }

    @Test func `Windows line ends are read and kept`() {
        let notes = Notes("```lc\r\nx\r\n```\r\nend\r\n", isMarkdown: true)
        #expect(notes.codes.count == 1 && notes.text(of: notes.codes[0]) == "x")
        let output = RecordedOutput(kind: .output, lines: ["1"])
        #expect(
            notes.text(replacing: [(notes.codes[0], [output])])
                == "```lc\r\nx\r\n```\r\n\r\n```output\r\n1\r\n```\r\nend\r\n")
    }

    @Test func `what a script without comments shows is put behind its last line`() {
        let notes = Notes("x\ny\n\n", isMarkdown: false)
        let output = RecordedOutput(kind: .output, lines: ["1"])
        #expect(notes.text(replacing: [(notes.codes[0], [output])]) == "x\ny\n#> 1\n\n")
    }

    @Test(arguments: [
        "", "\n", "```lc", "```lc\nx", "#>", "```output\n```", "~~~", "```lc\n```\n```output",
    ])
    func `any text is notes`(text: String) {
        for isMarkdown in [true, false] {
            let notes = Notes(text, isMarkdown: isMarkdown)
            for code in notes.codes { #expect(notes.text(of: code).count <= text.count) }
            #expect(notes.text(replacing: []) == text)
        }
    }
}
