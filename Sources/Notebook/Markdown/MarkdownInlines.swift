/// Reads the text of a block: code, emphasis, links, pictures, breaks and escapes.
struct MarkdownInlines {
    private let scalars: Scalars
    private let definitions: MarkdownDefinitions
    private let backticks: MarkdownBackticks
    private var position = 0
    private var text = String.UnicodeScalarView()
    private var pieces: [MarkdownPiece] = []
    private var brackets: [Bracket] = []
    /// Brackets of links below this place stand around a link, and a link contains no link.
    private var firstActive = 0

    /// `[` or `![` that may begin a link or a picture.
    private struct Bracket {
        var isImage: Bool
        /// Pieces before it, and the place behind it in the text.
        var piece: Int
        var position: Int
        /// Whether another bracket stands behind it: its text is no label then.
        var hasBracketInside = false
    }

    static func parse(_ text: ArraySlice<Unicode.Scalar>, _ definitions: MarkdownDefinitions)
        -> [MarkdownInline]
    {
        var parser = MarkdownInlines(scalars: Scalars(text), definitions: definitions)
        return parser.parse()
    }

    private init(scalars: Scalars, definitions: MarkdownDefinitions) {
        self.scalars = scalars
        self.definitions = definitions
        backticks = MarkdownBackticks(scalars)
    }

    private mutating func parse() -> [MarkdownInline] {
        while position < scalars.count { readNext() }
        flush()
        return MarkdownEmphasis.resolve(pieces[...]).map(\.inline)
    }

    private mutating func readNext() {
        let scalar = scalars[position]
        switch scalar {
        case "\n": readBreak(isHard: false)
        case "\\": readBackslash()
        case "`": readCode()
        case "*", "_", "~": readRun(of: scalar)
        case "[": openBracket(isImage: false)
        case "!" where position + 1 < scalars.count && scalars[position + 1] == "[":
            position += 1
            openBracket(isImage: true)
        case "]": closeBracket()
        case "<":
            if let (inline, length) = MarkdownAutolink.read(scalars[position...]) {
                add(inline, depth: 1)
                position += length
            } else {
                take(1)
            }
        case "&":
            if let (meaning, length) = MarkdownText.entity(scalars[position...]) {
                text.append(meaning)
                position += length
            } else {
                take(1)
            }
        default: take(1)
        }
    }

    /// The next characters are text.
    private mutating func take(_ count: Int) {
        text.append(contentsOf: scalars[position..<position + count])
        position += count
    }

    private mutating func flush() {
        guard !text.isEmpty else { return }
        pieces.append(.inline(.text(String(text)), depth: 0))
        text = String.UnicodeScalarView()
    }

    private mutating func add(_ inline: MarkdownInline, depth: Int) {
        flush()
        pieces.append(.inline(inline, depth: depth))
    }

    // MARK: - Breaks, escapes, code, emphasis

    private mutating func readBreak(isHard: Bool) {
        let spaces = text.reversed().prefix { $0 == " " }.count
        if !isHard { text.removeLast(spaces) }
        add(isHard || spaces >= 2 ? .hardBreak : .softBreak, depth: 0)
        position += 1
        while position < scalars.count, scalars[position] == " " || scalars[position] == "\t" {
            position += 1
        }
    }

    private mutating func readBackslash() {
        guard position + 1 < scalars.count else { return take(1) }
        let next = scalars[position + 1]
        if next == "\n" {
            position += 1
            readBreak(isHard: true)
        } else if MarkdownText.isPunctuation(ascii: next) {
            position += 1
            take(1)
        } else {
            take(1)
        }
    }

    private mutating func readCode() {
        let count = scalars[position...].prefix { $0 == "`" }.count
        guard let end = backticks.run(of: count, after: position + count) else {
            return take(count)
        }
        var content = scalars[(position + count)..<end].map { $0 == "\n" ? " " : $0 }
        if content.first == " ", content.last == " ", content.contains(where: { $0 != " " }) {
            content = Array(content.dropFirst().dropLast())
        }
        add(.code(String(scalars: content)), depth: 1)
        position = end + count
    }

    private mutating func readRun(of mark: Unicode.Scalar) {
        let count = scalars[position...].prefix { $0 == mark }.count
        let before = position > 0 ? scalars[position - 1] : "\n"
        let after = position + count < scalars.count ? scalars[position + count] : "\n"
        flush()
        pieces.append(.run(MarkdownRun(mark: mark, count: count, before: before, after: after)))
        position += count
    }

    // MARK: - Links and pictures

    private mutating func openBracket(isImage: Bool) {
        if !brackets.isEmpty { brackets[brackets.count - 1].hasBracketInside = true }
        flush()
        position += 1
        brackets.append(Bracket(isImage: isImage, piece: pieces.count, position: position))
        pieces.append(.inline(.text(isImage ? "![" : "["), depth: 0))
    }

    private mutating func closeBracket() {
        guard let bracket = brackets.popLast() else { return take(1) }
        let isActive = bracket.isImage || brackets.count >= firstActive
        firstActive = min(firstActive, brackets.count)
        guard isActive, let (target, end) = target(of: bracket) else { return take(1) }
        flush()
        let inside = MarkdownEmphasis.resolve(pieces[(bracket.piece + 1)...])
        let depth = 1 + (inside.map(\.depth).max() ?? 0)
        guard depth <= MarkdownEmphasis.deepest else { return take(1) }
        pieces.removeSubrange(bracket.piece...)
        let content = inside.map(\.inline)
        add(bracket.isImage ? .image(target, content) : .link(target, content), depth: depth)
        position = end
        if !bracket.isImage { firstActive = brackets.count }
    }

    /// Where a link leads that ends with the bracket here, and the place behind all of it.
    private func target(of bracket: Bracket) -> (MarkdownTarget, end: Int)? {
        var scanner = MarkdownScanner(scalars, position: position + 1)
        if scanner.take("("), let target = inlineTarget(&scanner) {
            return (target, scanner.position)
        }
        scanner.position = position + 1
        let isCollapsed = scanner.take("[") && scanner.take("]")
        if !isCollapsed {
            scanner.position = position + 1
            if let label = scanner.label() {
                return definitions[label].map { ($0, scanner.position) }
            }
        }
        guard !bracket.hasBracketInside, position - bracket.position < 1000 else { return nil }
        let label = MarkdownScanner.key(scalars[bracket.position..<position])
        return definitions[label].map { ($0, position + (isCollapsed ? 3 : 1)) }
    }

    /// `address "title")`; both may be left out.
    private func inlineTarget(_ scanner: inout MarkdownScanner) -> MarkdownTarget? {
        scanner.skipSpace()
        if scanner.take(")") { return MarkdownTarget(address: "", title: nil) }
        guard let address = scanner.address() else { return nil }
        let title = scanner.skipSpace() ? scanner.title() : nil
        scanner.skipSpace()
        return scanner.take(")") ? MarkdownTarget(address: address, title: title) : nil
    }
}
