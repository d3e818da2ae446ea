import TestSupport
import Testing

@Suite struct SavedNotebookTests {
    static let script = """
        load spiral n=120; seed 4
        loss softmax
        best = 0
        for lr in [0.1, 1] { r = sgd lr=$lr epochs=3; if r.val_accuracy > best { best = r.val_accuracy } }
        sgd steps=40 momentum=0.9
        x = _.loss * 2
        nonsense
        undo
        y = out[5].loss
        plot boundary n=20
        print "<b> & [0m"
        """

    static func saved(_ name: String, in folder: TemporaryFolder) -> String {
        let result = BuiltProgram.run([
            "--keep-going", "-c", script + "\nsave \(folder.path)/\(name)",
        ])
        #expect(result.output.contains("wrote"), "\(result.errors)")
        return folder.read(name)
    }

    @Test func `a saved session replays to the same bits in a fresh process`() {
        let folder = TemporaryFolder()
        let result = BuiltProgram.run([
            "--keep-going", "-c",
            Self.script + "\nsave weights \(folder.path)/a.npz\nsave \(folder.path)/a.lc",
        ])
        #expect(result.output.contains("wrote"))
        let text = folder.read("a.lc")
        #expect(!text.contains("nonsense") && !text.contains("x =") && !text.contains("out["))
        folder.write("b.lc", text + "save weights \(folder.path)/b.npz\nsave \(folder.path)/c.lc\n")
        #expect(BuiltProgram.run([folder.path + "/b.lc"]).status == 0)
        #expect(folder.read("a.npz") == folder.read("b.npz") && !folder.read("a.npz").isEmpty)
        let check = BuiltProgram.run(["verify", folder.path + "/a.lc"])
        #expect(check.status == 0 && check.output.contains("are the same"), "\(check.errors)")
        let opened = BuiltProgram.run([
            "-c", "open session \(folder.path)/a.lc; save weights \(folder.path)/d.npz",
        ])
        #expect(opened.status == 0, "\(opened.errors)")
        #expect(folder.read("a.npz") == folder.read("d.npz"))
    }

    @Test func `verify names the first number that differs`() {
        let folder = TemporaryFolder()
        let text = Self.saved("a.lc", in: folder)
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            line.hasPrefix("#= loss=") && line.contains("steps=40")
                ? "#= loss=0.25" + line.dropFirst("#= loss=".count).drop { $0 != " " } : line
        }
        folder.write("a.lc", lines.joined(separator: "\n"))
        let check = BuiltProgram.run(["verify", folder.path + "/a.lc"])
        #expect(check.status == 1)
        #expect(check.errors.contains("error: loss is ") && check.errors.contains("and was 0.25"))
    }

    @Test func `other data than the session's is refused`() {
        let folder = TemporaryFolder()
        folder.write("a.csv", "a,kind\n" + (0..<40).map { "\($0),k\($0 % 2)\n" }.joined())
        let result = BuiltProgram.run([
            "-c", "load csv \(folder.path)/a.csv; sgd epochs=1; save \(folder.path)/s.lc",
        ])
        #expect(result.status == 0, "\(result.errors)")
        #expect(BuiltProgram.run(["verify", folder.path + "/s.lc"]).status == 0)
        folder.write("a.csv", "a,kind\n" + (0..<40).map { "\($0 + 1),k\($0 % 2)\n" }.joined())
        let check = BuiltProgram.run(["verify", folder.path + "/s.lc"])
        #expect(check.status == 1)
        #expect(
            check.errors.contains("#=")
                || check.errors.contains("is not the data that the session was saved with"))
    }

    @Test(arguments: ["a.md", "a.html", "a.ipynb", "a.json", "a.lc"])
    func `every form of the notebook is written whole`(name: String) {
        let folder = TemporaryFolder()
        let text = Self.saved(name, in: folder)
        #expect(text.hasSuffix("\n") && text.count > 300)
        #expect(!text.contains("\u{1B}"))
    }

    @Test func `the page needs no network and escapes what it shows`() {
        let page = Self.saved("a.html", in: TemporaryFolder())
        #expect(page.contains("<svg") && page.contains("&lt;b&gt; &amp;"))
        #expect(!page.contains("<script") && !page.contains("src=\"http"))
        #expect(page.contains("prefers-color-scheme: dark") && page.contains("width=device-width"))
    }

    @Test(arguments: [
        ("save /no/such/folder/a.html", "cannot be written"),
        ("save /tmp", "save does not know the ending of /tmp"),
        ("save FOLDER/folder.md", "is a folder"),
        ("save a.xyz", "save does not know the ending of a.xyz"),
        ("save weights a.lc", "written as .npz"),
    ])
    func `a write that fails is one sentence`(statement: String, message: String) {
        let folder = TemporaryFolder()
        folder.makeFolder("folder.md")
        var parts = statement.split(separator: "/", maxSplits: 1).map(String.init)
        if parts[0] == "save FOLDER" { parts[0] = "save \(folder.path)" }
        let result = BuiltProgram.run(["-c", "load iris; " + parts.joined(separator: "/")])
        #expect(result.status == 1)
        #expect(result.errors.contains(message), "\(result.errors)")
        #expect(result.errors.split(separator: "\n").filter { $0.contains("error:") }.count == 1)
    }

    @Test func `a full disk leaves the old file`() {
        let folder = TemporaryFolder()
        folder.write("a.html", "old")
        let status = Shell.run(
            "cd '\(folder.path)' && ulimit -f 8 && '\(BuiltProgram.path)' -c 'load digits; show 30; save a.html' >out 2>err"
        )
        #expect(status == 1)
        #expect(folder.read("a.html") == "old")
        #expect(folder.read("err").contains("cannot be written: File too large"))
    }
}
