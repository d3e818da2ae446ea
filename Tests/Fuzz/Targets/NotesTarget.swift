import Notebook

/// Notes as Markdown and as a script: their code and outputs, and every form they are exported in.
enum NotesTarget: FuzzTarget {
    static let name = "notes"
    static let words = [
        "```lc\n", "```\n", "```output\n", "```plot\n", "<!-- lc: seed=5 -->", "tolerance=1e-3",
        "lc error", "lc skip", "#> ", "#> [plot]", "~~~", "> ", "- ", "1. ", "|---|", "[a](<b>)",
        "![a](b \"c\")", "[a]: b", "**", "_", "&amp;", "&#x1b;", "<!--", "-->", "javascript:", "\\",
    ]

    static func take(_ bytes: [UInt8]) {
        let text = String(decoding: bytes, as: UTF8.self)
        let again = Notes(text, isMarkdown: true)
        promise(again.text(replacing: []) == text || text.utf8.contains(0x0D), "other text")
        for isMarkdown in [true, false] {
            let notes = Notes(text, isMarkdown: isMarkdown)
            for code in notes.codes {
                promise(code.lines.upperBound <= notes.lines.count, "code behind the end")
                promise(
                    code.recordedLines.upperBound <= notes.lines.count, "outputs behind it")
                _ = notes.text(of: code)
            }
            let fresh = notes.codes.map { ($0, $0.recorded ?? []) }
            _ = notes.text(replacing: fresh)
        }
        export(text)
    }

    private static func export(_ text: String) {
        var cell = Cell(number: 1, source: text, outputs: [.text(text)], error: text)
        cell.hint = text
        let document = NotebookDocument(
            title: text, seed: 1, blocks: [.prose(text), .cell(cell), .prose(text)])
        for exporter in Exporters.all {
            let exported = exporter.text(document)
            promise(!exported.isEmpty, "an empty notebook")
            guard exporter.fileExtension == "html" else { continue }
            promise(!exported.contains("<script"), "a script of the notes' own")
            promise(!exported.contains("href=\"javascript:"), "an address that runs")
        }
    }
}
