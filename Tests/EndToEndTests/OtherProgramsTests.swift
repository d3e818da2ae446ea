import TestSupport
import Testing

/// What was saved, as other programs see it.
@Suite struct OtherProgramsTests {
    private static let hasPython = TestTools.python != nil || TestTools.areRequired
    private static let hasBrowser = TestTools.browser != nil || TestTools.areRequired

    /// Runs a Python program in a folder; gives its status.
    private func python(_ program: String, in folder: TemporaryFolder) throws -> Int32 {
        let python = try #require(TestTools.python)
        folder.write("program.py", program)
        return Shell.run("cd '\(folder.path)' && \(python) program.py >out 2>err")
    }

    @Test(.enabled(if: hasPython, "scripts/test-tools installs what it needs"))
    func `Jupyter's own validator accepts the notebook`() throws {
        let folder = TemporaryFolder()
        #expect(!SavedNotebookTests.saved("a.ipynb", in: folder).isEmpty)
        let program = """
            import nbformat, sys
            notebook = nbformat.read('a.ipynb', nbformat.NO_CONVERT)
            nbformat.validate(notebook)
            assert (notebook.nbformat, notebook.nbformat_minor) == (4, 5)
            kinds = [o.output_type for c in notebook.cells for o in c.get('outputs', [])]
            assert set(kinds) == {'stream', 'display_data', 'error'}, kinds
            notebook.cells[0].cell_type = 'nothing'
            try: nbformat.validate(notebook)
            except nbformat.ValidationError: sys.exit(0)
            sys.exit('the validator accepts anything')
            """
        #expect(try python(program, in: folder) == 0, "\(folder.read("err"))")
    }

    @Test(.enabled(if: hasPython, "scripts/test-tools installs what it needs"))
    func `Jupyter's own converter renders the notebook with its pictures`() throws {
        let folder = TemporaryFolder()
        #expect(!SavedNotebookTests.saved("a.ipynb", in: folder).isEmpty)
        let program =
            "import nbconvert; print(nbconvert.HTMLExporter().from_filename('a.ipynb')[0])"
        #expect(try python(program, in: folder) == 0, "\(folder.read("err"))")
        let page = folder.read("out")
        #expect(page.contains("<svg") || page.contains("image/svg+xml"))
        #expect(page.contains("there is no command") && page.contains("load spiral"))
    }

    @Test(.enabled(if: hasPython, "scripts/test-tools installs what it needs"))
    func `programs read the JSON`() throws {
        let folder = TemporaryFolder()
        #expect(!SavedNotebookTests.saved("a.json", in: folder).isEmpty)
        let program = """
            import json
            cells = json.load(open('a.json'))['cells']
            assert [c['number'] for c in cells] == list(range(1, len(cells) + 1))
            assert any(c['error'] for c in cells)
            assert any(c['record'] and 'loss' in c['record'] for c in cells)
            assert any('svg' in o for c in cells for o in c['outputs'])
            """
        #expect(try python(program, in: folder) == 0, "\(folder.read("err"))")
    }

    /// What a browser says of a page.
    private struct Visit {
        let status: Int32
        let document: String
        /// Lines about errors and warnings in the page.
        let console: [Substring]
        /// Addresses outside the computer that the page, and not the browser itself, asked for.
        let requests: [Substring]
    }

    private func visit(_ name: String, in folder: TemporaryFolder) throws -> Visit {
        let browser = try #require(TestTools.browser)
        let status = Shell.run(
            """
            cd '\(folder.path)' && HOME="$PWD" timeout 90 \(browser) --headless=new --no-sandbox \
            --disable-gpu --no-first-run --disable-background-networking --enable-logging=stderr \
            --user-data-dir="$PWD/profile" --log-net-log="$PWD/net.json" --dump-dom \
            "file://$PWD/\(name)" >dom 2>log
            """)
        let requests = folder.read("net.json").split(separator: "\n").filter {
            $0.contains("\"network_isolation_key\":\"file:") && $0.contains("\"url\":\"http")
        }
        return Visit(
            status: status, document: folder.read("dom"),
            console: folder.read("log").split(separator: "\n").filter { $0.contains("CONSOLE") },
            requests: requests)
    }

    @Test(
        .enabled(if: hasBrowser, "scripts/test-tools installs what it needs"),
        .timeLimit(.minutes(5)))
    func `pages open in a browser without an error or a request`() throws {
        let folder = TemporaryFolder()
        folder.write(
            "bad.html", "<img src='http://127.0.0.1:9/x.png'><script>console.error('oops')</script>"
        )
        let bad = try visit("bad.html", in: folder)
        #expect(!bad.console.isEmpty && !bad.requests.isEmpty, "this would hear of nothing")
        #expect(!SavedNotebookTests.saved("a.html", in: folder).isEmpty)
        let lecture = BuiltProgram.run([
            "weave", "\(TestTools.root)/scripts/lectures/lecture03.ko.md", "-o",
            "\(folder.path)/lecture.html",
        ])
        #expect(lecture.status == 0, "\(lecture.errors)")
        for name in ["a.html", "lecture.html"] {
            let visit = try visit(name, in: folder)
            #expect(visit.status == 0, "\(name)")
            #expect(visit.document.contains("<svg"), "\(name)")
            #expect(visit.console.isEmpty, "\(name): \(visit.console)")
            #expect(visit.requests.isEmpty, "\(name): \(visit.requests)")
        }
    }
}
