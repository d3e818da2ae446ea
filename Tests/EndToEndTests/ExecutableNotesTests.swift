import TestSupport
import Testing

@Suite struct ExecutableNotesTests {
    private static let notes = """
        # Notes

        Some *text* with `code`.

        ```lc
        load iris
        loss softmax
        ```

        ```python
        print("not for lc")
        ```

        ```lc error
        sgd btach=3
        ```

        ```lc tolerance=0.5
        sgd epochs=2
        plot
        ```

        The end.

        """

    @Test func `notes run, are woven and tested`() {
        let folder = TemporaryFolder()
        folder.write("n.md", Self.notes)
        let path = folder.path + "/n.md"
        let run = BuiltProgram.run([path])
        #expect(run.status == 0 && run.output.contains("train 90"), "\(run.errors)")
        #expect(run.errors.contains("n.md:15:5: error: sgd has no option 'btach'"))
        #expect(BuiltProgram.run(["--check", path]).status == 0)
        #expect(BuiltProgram.run(["test", path, "--update"]).status == 0)
        let updated = folder.read("n.md")
        #expect(updated.contains("```output\nerror: sgd has no option 'btach'"))
        #expect(updated.contains("```plot") && updated.contains("The end."))
        #expect(BuiltProgram.run(["test", path]).status == 0)
        #expect(BuiltProgram.run(["weave", path, "-o", folder.path + "/n.html"]).status == 0)
        let page = folder.read("n.html")
        #expect(
            page.contains("<em>text</em>") && page.contains("<svg") && page.contains("The end."))
        #expect(!page.contains("```"))
        #expect(BuiltProgram.run(["weave", path, "-o", folder.path + "/m.md"]).status == 0)
        #expect(BuiltProgram.run(["test", folder.path + "/m.md"]).status == 0)
        folder.write("n.md", Self.replaced(updated, "3 classes", "4 classes"))
        let test = BuiltProgram.run(["test", path])
        #expect(test.status == 1)
        #expect(test.errors.contains("n.md:6: error: this shows something else now"))
        #expect(test.errors.contains("  - ") && test.errors.contains("  + "))
    }

    private static func replaced(_ text: String, _ piece: String, _ other: String) -> String {
        guard let range = text.firstRange(of: piece) else { return text }
        return text[..<range.lowerBound] + other + text[range.upperBound...]
    }

    @Test func `a saved notebook tests itself, with its seed, and saves nothing over itself`() {
        let folder = TemporaryFolder()
        let statements =
            "load iris; save \(folder.path)/a.md; x = 5; sgd epochs=2; y = out[4].loss; bad; save \(folder.path)/a.md"
        let result = BuiltProgram.run(["--seed", "9", "--keep-going", "-c", statements])
        #expect(result.output.contains("wrote"), "\(result.errors)")
        let text = folder.read("a.md")
        #expect(text.contains("<!-- lc: seed=9 -->") && text.contains("```lc skip\nsave"))
        let test = BuiltProgram.run(["test", folder.path + "/a.md"])
        #expect(test.status == 0, "\(test.errors)")
        #expect(folder.read("a.md") == text)
        let recorded = text.split(separator: "\n").filter { $0.contains("epoch 2/2") }
        let loss = recorded.first?.split(separator: "█").first ?? "none"
        #expect(BuiltProgram.run([folder.path + "/a.md"]).output.contains(loss))
        let opened = BuiltProgram.run([
            "-c", "open session \(folder.path)/a.md; print $x; print $y",
        ])
        #expect(opened.status == 0, "\(opened.errors)")
        #expect(BuiltProgram.run(["-c", "run \(folder.path)/a.md; x"]).output.hasSuffix("5\n"))
        #expect(
            BuiltProgram.run(["-c", "open session \(folder.path)/a.html"]).errors.contains(
                "is for reading and cannot be run"))
    }

    @Test
    func `test and verify fail where there is nothing to compare, and on settings with mistakes`() {
        let folder = TemporaryFolder()
        folder.write("a.lc", "load iris\nsgd epochs=1\n")
        let path = folder.path + "/a.lc"
        let check = BuiltProgram.run(["verify", path])
        #expect(check.status == 1 && check.errors.contains("has no numbers to compare"))
        let test = BuiltProgram.run(["test", path])
        #expect(test.status == 1 && test.errors.contains("--update writes it down"))
        #expect(BuiltProgram.run(["test", "--update", path]).status == 0)
        #expect(folder.read("a.lc").contains("sgd epochs=1\n#>   train 90"))
        #expect(BuiltProgram.run(["test", path]).status == 0)
        folder.write("b.md", "<!-- lc: tolerance=x -->\n```lc\n1\n```\n")
        let wrong = BuiltProgram.run(["test", folder.path + "/b.md"])
        #expect(
            wrong.status == 1 && wrong.errors.contains("b.md:1: error: a tolerance is a number"))
    }

    @Test func `what notes hold reaches the terminal harmless`() {
        let folder = TemporaryFolder()
        folder.write("a.md", "```lc\n1\n```\n```output\n\u{1B}]0;title\u{7}\n```\n")
        let test = BuiltProgram.run(["test", folder.path + "/a.md"])
        #expect(test.status == 1 && !test.errors.contains("\u{1B}"))
    }

    @Test func `notes on data that are not at hand run on those that stand in`() {
        let folder = TemporaryFolder()
        let path = folder.path + "/a.md"
        folder.write(
            "a.md",
            """
            <!-- lc: data=cifar10 else=iris -->
            ```lc
            load cifar10
            ```
            ```output
              of the other data
            ```
            ```lc holds
            1 + 1
            ```
            ```output
            2
            ```
            """)
        let nowhere = ["LC_DATA": "/nowhere", "XDG_CACHE_HOME": folder.path]
        let test = BuiltProgram.run(["test", path], environment: nowhere)
        #expect(test.status == 0 && test.output.contains("1 output is as it says on iris"))
        #expect(test.errors.contains("no files of CIFAR-10") && test.errors.contains("load iris"))
        let run = BuiltProgram.run([path], environment: nowhere)
        #expect(run.status == 0 && run.output.contains("train 90"))
        folder.write("a.md", folder.read("a.md").replacing("\n2\n", with: "\n3\n"))
        #expect(BuiltProgram.run(["test", path], environment: nowhere).status == 1)
    }

    @Test(arguments: ["lecture03", "assignment1"])
    func `the notes have the same code in both languages`(name: String) {
        let fences = ["\(name).md", "\(name).ko.md"].map { name in
            let folder = TemporaryFolder()
            Shell.run(
                "cp '\(TestTools.root)/scripts/lectures/\(name)' '\(folder.path)/notes'")
            return folder.read("notes").split(separator: "```lc").dropFirst().map {
                $0.split(separator: "\n```")[0]
            }
        }
        #expect(fences[0].count > 20 && fences[0] == fences[1])
    }

    @Test(arguments: ["lecture03.md", "lecture03.ko.md", "lecture03.lc", "lecture03.ko.lc"])
    func `the lecture's notes show what they say`(name: String) {
        let result = BuiltProgram.run(["test", "\(TestTools.root)/scripts/lectures/\(name)"])
        #expect(result.status == 0, "\(result.errors)")
    }

    @Test(arguments: ["assignment1.md", "assignment1.ko.md"])
    func `the assignment's notes run on data of the program`(name: String) {
        let folder = TemporaryFolder()
        let result = BuiltProgram.run(
            ["test", "\(TestTools.root)/scripts/lectures/\(name)"],
            environment: ["LC_DATA": "/nowhere", "XDG_CACHE_HOME": folder.path])
        #expect(result.status == 0, "\(result.errors)")
        #expect(result.output.contains("on digits"))
    }
}
