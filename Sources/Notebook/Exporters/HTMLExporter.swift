import Platform
import Plotting

/// One page that needs nothing else: pictures inside as SVG, no script, no network.
package enum HTMLExporter: Exporter {
    package static let fileExtension = "html"
    package static let summary = "a web page in one file"

    package static func text(_ document: NotebookDocument) -> String {
        var figures = 0
        // Nothing that is made is used where the work is given up.
        let body = document.blocks.map { block in
            if Abandonment.isRequested { return "" }
            return switch block {
            case .prose(let text): MarkdownHTML.text(text)
            case .cell(let cell): self.cell(cell, &figures)
            }
        }
        if Abandonment.isRequested { return "" }
        let title = MarkdownHTML.escaped(document.title)
        let heading = document.blocks.contains { if case .prose = $0 { true } else { false } }
        return """
            <!DOCTYPE html>
            <html lang="\(language(document))">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
            <meta name="color-scheme" content="light dark">
            <title>\(title)</title>
            <link rel="icon" href="data:,">
            <style>\(style)</style>
            </head>
            <body>
            <main>
            \(heading ? "" : "<h1>\(title)</h1>\n")\(body.joined(separator: "\n"))
            </main>
            </body>
            </html>

            """
    }

    /// Korean when the prose or a cell's source has Hangul, else English.
    private static func language(_ document: NotebookDocument) -> String {
        let texts = document.blocks.map { block in
            switch block {
            case .prose(let text): text
            case .cell(let cell): cell.source
            }
        }
        let isKorean = texts.contains { $0.unicodeScalars.contains { ("가"..."힣").contains($0) } }
        return isKorean ? "ko" : "en"
    }

    private static func cell(_ cell: Cell, _ figures: inout Int) -> String {
        var parts = [
            "<section class=\"cell\">",
            "<pre class=\"source\"><span class=\"number\">[\(cell.number)]</span> \(MarkdownHTML.escaped(cell.source))</pre>",
        ]
        for output in cell.outputs {
            switch output {
            case .text(let text): parts.append("<pre>\(MarkdownHTML.escaped(text))</pre>")
            case .figure(let figure):
                figures += 1
                let picture = SVGCanvas(name: "f\(figures)-").element(figure)
                parts.append("<figure>\(picture)</figure>")
            }
        }
        if let error = cell.errorText {
            parts.append("<pre class=\"error\">\(MarkdownHTML.escaped(error))</pre>")
        }
        if let note = cell.staleNote {
            parts.append("<p class=\"stale\">\(MarkdownHTML.escaped(note))</p>")
        }
        if Abandonment.isRequested { return "" }
        return (parts + ["</section>"]).joined(separator: "\n")
    }

    private static let style = """

        :root { color-scheme: light dark; --ink: #1d1f21; --ground: #ffffff; --soft: #f3f4f6; --line: #d9dce1; --accent: #1f5fbf; --wrong: #b3261e; }
        @media (prefers-color-scheme: dark) { :root { --ink: #e4e6ea; --ground: #15171a; --soft: #20242a; --line: #363c45; --accent: #8ab4f8; --wrong: #f28b82; } }
        * { box-sizing: border-box; }
        body { margin: 0; -webkit-text-size-adjust: 100%; text-size-adjust: 100%; background: var(--ground); color: var(--ink); font: 16px/1.6 system-ui, "Noto Sans CJK KR", sans-serif; }
        :lang(ko) { word-break: keep-all; }
        main { max-width: 56rem; margin: 0 auto; padding: 1rem; overflow-wrap: break-word; }
        pre, code { font: 0.85rem/1.45 ui-monospace, "DejaVu Sans Mono", "Noto Sans Mono CJK KR", monospace; }
        pre { margin: 0; padding: 0.5rem 0.75rem; overflow-x: auto; }
        .cell pre:not(.source) + pre { padding-top: 0; }
        pre.source { background: var(--soft); border-left: 3px solid var(--accent); }
        :not(pre) > code { background: var(--soft); padding: 0.1em 0.3em; border-radius: 3px; }
        .number { color: var(--accent); user-select: none; }
        .cell { margin: 1rem 0; border: 1px solid var(--line); border-radius: 6px; overflow: hidden; }
        .error { color: var(--wrong); white-space: pre-wrap; }
        .stale { margin: 0; padding: 0.25rem 0.75rem; font-size: 0.85rem; font-style: italic; border-top: 1px dashed var(--line); }
        figure { margin: 0; padding: 0.5rem; overflow-x: auto; }
        figure svg { display: block; width: 100%; min-width: 30rem; max-width: 48rem; height: auto; margin: 0 auto; }
        table { border-collapse: collapse; display: block; overflow-x: auto; }
        th, td { border: 1px solid var(--line); padding: 0.25rem 0.6rem; text-align: left; }
        blockquote { margin: 0; padding-left: 1rem; border-left: 3px solid var(--line); }
        a { color: var(--accent); }
        @media (max-width: 40rem) { main { padding: 0.5rem; } pre, code { font-size: 0.75rem; } pre { padding: 0.5rem; } }
        @media print { .cell { break-inside: avoid; } }
        \(SVGStylesheet.text)

        """
}
