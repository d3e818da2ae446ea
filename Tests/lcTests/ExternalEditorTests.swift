import Testing
import lc

@Suite struct ExternalEditorTests {
    @Test(arguments: [
        ("vi", 3, 5, "+3 '+norm! 5|' '/a b.lc'"), ("vi", 1, 1, "'/a b.lc'"),
        ("/usr/bin/nvim -u NONE", 1, 2, "+1 '+norm! 2|' '/a b.lc'"),
        ("nano", 2, 4, "+2,4 '/a b.lc'"),
        ("emacs -nw", 2, 4, "+2:4 '/a b.lc'"), ("mg", 2, 4, "+2 '/a b.lc'"),
        ("hx", 4, 1, "'/a b.lc:4:1'"), ("code --wait", 4, 2, "'/a b.lc'"),
        ("sh ~/editor", 4, 2, "'/a b.lc'"), ("", 2, 1, "'/a b.lc'"),
    ])
    func `an editor that knows places begins at the cursor's`(
        program: String, line: Int, column: Int, words: String
    ) {
        #expect(ExternalEditor.words("/a b.lc", line, column, for: program) == words)
    }
}
