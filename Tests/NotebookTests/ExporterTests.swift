import Notebook
import Plotting
import Testing

@Suite struct ExporterTests {
    static let document: NotebookDocument = {
        let figure = Figure("f & g", [.bars([Bar("a", 1, text: "1")])])
        var cell = Cell(
            number: 1, source: "print \"```\"\nx",
            outputs: [.text("<a> \"b\" \u{1B}[31m \\ ```"), .figure(figure)],
            error: "wrong <thing>", seconds: 0.5)
        cell.staleBecause = ["loss", "reg"]
        return NotebookDocument(
            title: "T & t", seed: 3,
            blocks: [.prose("# H\n\n*a* `b<` [c](https://x.y) <z>"), .cell(cell)])
    }()

    @Test(arguments: Exporters.all.map { $0.fileExtension })
    func `every form has the cell's source, output and error`(ending: String) throws {
        let exporter = try #require(Exporters.of("A." + ending.uppercased()))
        #expect(exporter.fileExtension == ending && !exporter.summary.isEmpty)
        let text = exporter.text(Self.document)
        for part in ["print", "[31m", "wrong"] { #expect(text.contains(part), "\(part)") }
    }

    @Test func `a page escapes everything and says what is stale`() {
        let page = HTMLExporter.text(Self.document)
        #expect(
            page.contains("<em>a</em> <code>b&lt;</code> <a href=\"https://x.y\">c</a> &lt;z&gt;"))
        #expect(page.contains("&lt;a&gt; &quot;b&quot; [31m") && !page.contains("\u{1B}"))
        #expect(page.contains("stale: loss and reg changed since"))
        #expect(page.contains("wrong &lt;thing&gt;"))
        #expect(page.contains("<svg") && !page.contains("<?xml"))
    }

    @Test func `Markdown is read again as it was written`() {
        let notes = Notes(MarkdownExporter.text(Self.document), isMarkdown: true)
        #expect(notes.codes.count == 1)
        #expect(notes.codes.first?.expectsError == true)
        #expect(notes.codes.first?.recorded?.map(\.kind) == [.output, .plot, .output])
    }

    @Test func `JSON has no control characters`() {
        for text in [JSONExporter.text(Self.document), JupyterExporter.text(Self.document)] {
            #expect(text.unicodeScalars.allSatisfy { $0.value >= 0x20 || $0 == "\n" })
        }
    }
}
