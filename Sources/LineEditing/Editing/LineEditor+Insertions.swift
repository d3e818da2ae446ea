import Platform
import TerminalText
@_spi(_Unicode) import Swift

/// Text that comes onto the line otherwise than by a typed character.
extension LineEditor {
    func takePaste() {
        guard let paste = pasted else { return }
        pasted = nil
        tookPaste = true
        let cleaned = configuration.clean(paste, buffer.textBeforeCursor)
        if !cleaned.notes.isEmpty {
            let columns = screen.size.columns
            let lines = cleaned.notes.flatMap {
                TerminalText.wrap("  " + TerminalText.clean($0), columns: columns)
            }
            screen.write(
                display.erase()
                    + lines.map { ShownText($0).styled(.dim) + ShownText(.nextLine) }.joined())
        }
        let text = cleaned.text.indentedBySpaces
        buffer.insert(text)
        spare = cleaned.full.map { ($0.indentedBySpaces, standing: text) }
    }

    /// Puts the last paste on the line with what was left out of it, or again without it.
    func exchangePaste() {
        guard let (other, standing) = spare, buffer.textBeforeCursor.hasSuffix(standing) else {
            return
        }
        buffer.deleteBeforeCursor(standing.unicodeScalars.count)
        buffer.insert(other)
        spare = (standing, standing: other)
    }

    /// Joins a mark or a jamo to the character before it, where they make one.
    func compose() {
        guard let mark = joining else { return }
        joining = nil
        let (text, cursor) = buffer.line
        guard cursor > 0 else { return buffer.insert(String(scalars: [mark])) }
        let composed = String(scalars: String(scalars: [text[cursor - 1], mark])._nfc)
        guard composed.unicodeScalars.count == 1 else {
            // A mark that joins nothing could not be seen.
            let start = Clusters.start(of: cursor - 1, in: text[..<cursor])
            let joins = String(scalars: text[start..<cursor] + [mark]).count == 1
            if joins || LineLayout.columns(mark) > 0 { buffer.insert(String(scalars: [mark])) }
            return
        }
        buffer.deleteBeforeCursor(1)
        buffer.insert(composed)
    }
}

extension String {
    /// Tabs at the beginnings of lines are two spaces each, as the line indents blocks.
    fileprivate var indentedBySpaces: String {
        guard utf8.contains(0x09) else { return self }
        return split(separator: "\n", omittingEmptySubsequences: false).map { line in
            let margin = line.prefix { $0 == "\t" || $0 == " " }
            return margin.replacing("\t", with: "  ") + line[margin.endIndex...]
        }.joined(separator: "\n")
    }
}
