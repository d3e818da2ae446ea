/// Blocks of code in the notations of wikis, trackers, forums and typesetters.
package enum MarkedBlocks: NormalizerRule {
    static let summary = "blocks of code that wikis, trackers and TeX mark are read as fences are"

    /// Each notation in a file of its own.
    static let notations: [any BlockNotation.Type] = [
        TeXBlocks.self, OrgBlocks.self, WikiBlocks.self, JiraBlocks.self, ForumBlocks.self,
        TemplateBlocks.self, TextileBlocks.self, AsciiDocBlocks.self,
    ]

    /// The types of the list, for the test that compares it with its folder.
    package static var types: [Any.Type] { notations }

    static func apply(to page: inout Page, _ reader: StatementReader) {
        var open: (any BlockNotation.Type, name: String, Region)?
        var block = page.lines.map(\.block).max() ?? 0
        for index in page.indices
        where page.lines[index].block == 0 && page.lines[index].verdict == nil {
            if let (notation, name, region) = open {
                let text = page.lines[index].string
                let end = notation.end(of: text, name)
                if end != nil { open = nil }
                put(end ?? text, &page, index, region, block, notation)
                continue
            }
            let before = index > 0 ? page.lines[index - 1].string : ""
            guard let (notation, begin) = begin(page.lines[index].string, before) else { continue }
            block += 1
            let region = Region(language: begin.language)
            let end = begin.rest.isEmpty ? nil : notation.end(of: begin.rest, begin.name)
            if end == nil { open = (notation, begin.name, region) }
            put(end ?? begin.rest, &page, index, region, block, notation)
        }
    }

    /// One of these stands in every line that begins a block.
    private static let firstBytes = Array("\\#<{[b-.|".utf8)

    private static func begin(_ line: String, _ before: String) -> (
        any BlockNotation.Type, BlockBegin
    )? {
        guard line.utf8.contains(where: firstBytes.contains) else { return nil }
        for notation in notations {
            if let begin = notation.begin(of: line, before) { return (notation, begin) }
        }
        return nil
    }

    /// Keeps what of a line is code; a line that only has marks is left out.
    private static func put(
        _ code: String, _ page: inout Page, _ index: Int, _ region: Region, _ block: Int,
        _ notation: any BlockNotation.Type
    ) {
        let plain = notation.plain(code)
        if plain.isEmpty {
            page.leaveOut(index, as: .markup, "marks of a block of code")
        } else if plain != page.lines[index].string {
            page.take(index, plain.unicodeScalars, .markup)
        }
        (page.lines[index].region, page.lines[index].block) = (region, block)
    }
}
