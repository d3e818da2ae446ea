import TestSupport
import Testing

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

@Suite struct SavedNotebookTests {
    private static let script = """
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

    private func saved(_ name: String, in folder: TemporaryFolder) -> String {
        let result = BuiltProgram.run([
            "--keep-going", "-c", Self.script + "\nsave \(folder.path)/\(name)",
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
        let check = BuiltProgram.run(["check", folder.path + "/a.lc"])
        #expect(check.status == 0 && check.output.contains("same numbers"), "\(check.errors)")
        let opened = BuiltProgram.run([
            "-c", "open session \(folder.path)/a.lc; save weights \(folder.path)/d.npz",
        ])
        #expect(opened.status == 0, "\(opened.errors)")
        #expect(folder.read("a.npz") == folder.read("d.npz"))
    }

    @Test func `check names the first number that differs`() {
        let folder = TemporaryFolder()
        let text = saved("a.lc", in: folder)
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            line.hasPrefix("#= loss=") && line.contains("steps=40")
                ? "#= loss=0.25" + line.dropFirst("#= loss=".count).drop { $0 != " " } : line
        }
        folder.write("a.lc", lines.joined(separator: "\n"))
        let check = BuiltProgram.run(["check", folder.path + "/a.lc"])
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
        #expect(BuiltProgram.run(["check", folder.path + "/s.lc"]).status == 0)
        folder.write("a.csv", "a,kind\n" + (0..<40).map { "\($0 + 1),k\($0 % 2)\n" }.joined())
        let check = BuiltProgram.run(["check", folder.path + "/s.lc"])
        #expect(check.status == 1)
        #expect(
            check.errors.contains("#=")
                || check.errors.contains("is not the data this was made with"))
    }

    @Test(arguments: ["a.md", "a.html", "a.ipynb", "a.json", "a.lc"])
    func `every form of the notebook is written whole`(name: String) {
        let folder = TemporaryFolder()
        let text = saved(name, in: folder)
        #expect(text.hasSuffix("\n") && text.count > 300)
        #expect(!text.contains("\u{1B}"))
    }

    @Test func `the page needs no network and escapes what it shows`() {
        let page = saved("a.html", in: TemporaryFolder())
        #expect(page.contains("<svg") && page.contains("&lt;b&gt; &amp;"))
        #expect(!page.contains("<script") && !page.contains("src=\"http"))
        #expect(page.contains("prefers-color-scheme: dark") && page.contains("width=device-width"))
    }

    static var hasNotebookFormat: Bool {
        unsafe system("python3 -c 'import nbformat' 2>/dev/null") == 0
    }

    @Test(.enabled(if: hasNotebookFormat))
    func `Jupyter's own validator accepts the notebook`() {
        let folder = TemporaryFolder()
        #expect(!saved("a.ipynb", in: folder).isEmpty)
        folder.write(
            "check.py",
            "import nbformat; n = nbformat.read('a.ipynb', 4); nbformat.validate(n); assert n.nbformat_minor == 5"
        )
        #expect(unsafe system("cd '\(folder.path)' && python3 check.py") == 0)
    }

    static var hasNotebookConverter: Bool {
        unsafe system("python3 -c 'import nbconvert' 2>/dev/null") == 0
    }

    @Test(.enabled(if: hasNotebookConverter))
    func `Jupyter's own converter renders the notebook with its pictures`() {
        let folder = TemporaryFolder()
        #expect(!saved("a.ipynb", in: folder).isEmpty)
        folder.write(
            "convert.py",
            "import nbconvert; print(nbconvert.HTMLExporter().from_filename('a.ipynb')[0])")
        #expect(unsafe system("cd '\(folder.path)' && python3 convert.py >a.html 2>err") == 0)
        let page = folder.read("a.html")
        #expect(page.contains("image/svg+xml") && page.contains("there is no command"))
        #expect(page.contains("load spiral"))
    }

    static var hasPython: Bool { unsafe system("python3 -c '' 2>/dev/null") == 0 }

    @Test(.enabled(if: hasPython))
    func `programs read the JSON`() {
        let folder = TemporaryFolder()
        #expect(!saved("a.json", in: folder).isEmpty)
        folder.write(
            "read.py",
            """
            import json
            cells = json.load(open('a.json'))['cells']
            assert [c['number'] for c in cells] == list(range(1, len(cells) + 1))
            assert any(c['error'] for c in cells) and any(c['record'] and 'loss' in c['record'] for c in cells)
            assert any('svg' in o for c in cells for o in c['outputs'])
            """)
        #expect(unsafe system("cd '\(folder.path)' && python3 read.py") == 0)
    }

    static var hasChromium: Bool {
        unsafe system("command -v chromium >/dev/null 2>&1") == 0
    }

    @Test(.enabled(if: hasChromium), .timeLimit(.minutes(2)))
    func `the page opens in a browser without an error or a request`() {
        let folder = TemporaryFolder()
        #expect(!saved("a.html", in: folder).isEmpty)
        let status = unsafe system(
            """
            cd '\(folder.path)' && timeout 90 chromium --headless=new --no-sandbox --disable-gpu \
            --enable-logging=stderr --user-data-dir=profile --dump-dom "file://$PWD/a.html" >dom 2>log
            """)
        #expect(status == 0)
        #expect(folder.read("dom").contains("<svg"))
        #expect(!folder.read("log").contains("CONSOLE"), "\(folder.read("log"))")
    }

    @Test(arguments: [
        ("save /no/such/folder/a.html", "cannot be written"),
        ("save /tmp", "the end of /tmp says no form"), ("save FOLDER/folder.md", "is a folder"),
        ("save a.xyz", "says no form that save knows"), ("save weights a.lc", "written as .npz"),
    ])
    func `a write that fails is one sentence`(statement: String, message: String) {
        let folder = TemporaryFolder()
        _ = unsafe system("mkdir '\(folder.path)/folder.md'")
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
        let status = unsafe system(
            "cd '\(folder.path)' && ulimit -f 8 && '\(BuiltProgram.path)' -c 'load digits; show 30; save a.html' >out 2>err"
        )
        #expect((status >> 8) & 0xFF == 1)
        #expect(folder.read("a.html") == "old")
        #expect(folder.read("err").contains("cannot be written: File too large"))
    }

    // MARK: - Notes

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
