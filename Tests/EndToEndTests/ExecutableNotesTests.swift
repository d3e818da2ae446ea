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

    @Test(arguments: ["lecture03.md", "lecture03.ko.md", "lecture03.lc", "lecture03.ko.lc"])
    func `the lecture's notes show what they say`(name: String) {
        let root = String(#filePath.split(separator: "/Tests/")[0])
        let result = BuiltProgram.run(["test", "\(root)/scripts/lectures/\(name)"])
        #expect(result.status == 0, "\(result.errors)")
    }
}
