import TestSupport
import Testing

/// `lc --paste`: copied text runs whole, or says why not.
@Suite struct PastedTextTests {
    private func run(_ text: String, _ options: [String] = [], name: String = "notes.txt")
        -> RunResult
    {
        let folder = TemporaryFolder()
        folder.write(name, text)
        return BuiltProgram.run(options + ["--paste", folder.path + "/" + name])
    }

    @Test func `a text without commands says so, quietly too`() {
        for options in [[], ["-q"]] {
            let result = run("Some words here.\n\nAnd more of them.\n", options)
            #expect(result.status == 1)
            #expect(
                result.errors.contains(
                    "no commands in the copied text (2 lines; the first: Some words here.)"))
        }
    }

    @Test func `the name of the file does not matter`() {
        for name in ["notes.md", "notes.txt", "notes.lc", "notes"] {
            let result = run("We print a number:\n\nprint (6 * 7)\n", name: name)
            #expect(result.status == 0 && result.output == "42\n", "\(name): \(result.errors)")
        }
    }

    @Test func `unclear lines are named, and nothing runs`() {
        let result = run(
            "print 1\n\nThese words come between the two lines.\n\nreset\n\nMore words.\n")
        #expect(result.status == 1 && result.output.isEmpty)
        #expect(result.errors.contains("notes.txt:5: error: unclear: one word alone"))
    }

    @Test func `a mistake in copied text runs nothing of it`() {
        let result = run("lc> print 1\n1\nlc> sgd btach=3\n")
        #expect(result.status == 1 && result.output.isEmpty)
        #expect(result.errors.contains("notes.txt:3:5: error: sgd has no option 'btach'"))
    }

    @Test func `a bare command among prompts is no output`() {
        let result = run("[1] lc> x = 1\n    print (x + 1)\n[2] lc> print 3\n3\n")
        #expect(result.output == "2\n3\n")
    }

    @Test func `explain shows each line with its kind and reason, and runs nothing`() {
        let result = run("Words come first.\nlc> print 1\n1\n", ["--explain"])
        #expect(result.status == 0)
        #expect(
            result.output == """
                    1  prose    Words come first.
                                → no statement
                    2  command  print 1
                                → behind a prompt
                    3  output   1
                                → a value below a prompt

                """)
    }

    @Test func `options may stand behind the name of the copied text`() {
        let folder = TemporaryFolder()
        folder.write("a.md", "Words come first.\nlc> print 1\n")
        let result = BuiltProgram.run(["--paste", "\(folder.path)/a.md", "--explain"])
        #expect(result.output.contains("command  print 1") && result.status == 0)
    }
}
