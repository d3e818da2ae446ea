import Testing
import lc

@Suite struct ExternalEditorTests {
    @Test(arguments: [
        ("vi", 3, "+3 '/a b.lc'"), ("vi", 1, "'/a b.lc'"),
        ("/usr/bin/nvim -u NONE", 2, "+2 '/a b.lc'"),
        ("hx", 4, "'/a b.lc:4'"), ("code --wait", 4, "'/a b.lc'"), ("sh ~/editor", 4, "'/a b.lc'"),
        ("", 2, "'/a b.lc'"),
    ])
    func `an editor that knows lines begins at the cursor's`(
        program: String, line: Int, words: String
    ) {
        #expect(ExternalEditor.place(line, in: "/a b.lc", for: program) == words)
    }
}
