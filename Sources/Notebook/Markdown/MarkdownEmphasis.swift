/// A part of a text whose emphasis is not known yet.
enum MarkdownPiece {
    /// `depth` counts the parts inside one another.
    case inline(MarkdownInline, depth: Int)
    case run(MarkdownRun)
}

/// Equal marks in a row, which may begin or end emphasis.
struct MarkdownRun {
    let mark: Unicode.Scalar
    /// Marks that have not been used.
    var count: Int
    let length: Int
    let canOpen: Bool
    let canClose: Bool

    init(mark: Unicode.Scalar, count: Int, before: Unicode.Scalar, after: Unicode.Scalar) {
        self.mark = mark
        self.count = count
        length = count
        let (isSpaceBefore, isSpaceAfter) = (
            before.properties.isWhitespace, after.properties.isWhitespace
        )
        let isMarkBefore = MarkdownText.isPunctuation(before)
        let isMarkAfter = MarkdownText.isPunctuation(after)
        let isLeft = !isSpaceAfter && (!isMarkAfter || isSpaceBefore || isMarkBefore)
        let isRight = !isSpaceBefore && (!isMarkBefore || isSpaceAfter || isMarkAfter)
        // An underscore inside a word is text.
        canOpen = isLeft && (mark != "_" || !isRight || isMarkBefore)
        canClose = isRight && (mark != "_" || !isLeft || isMarkAfter)
    }

    var text: MarkdownInline { .text(String(repeating: String(mark), count: count)) }

    /// Marks that it and a closing run use up together; none where they do not match.
    func used(with closer: MarkdownRun) -> Int {
        guard mark == closer.mark else { return 0 }
        if mark == "~" { return min(count, closer.count) >= 2 ? 2 : 0 }
        let isMixed = canClose || closer.canOpen
        if isMixed, (length + closer.length) % 3 == 0, length % 3 != 0 || closer.length % 3 != 0 {
            return 0
        }
        return min(count, closer.count, 2)
    }
}

/// Finds which runs of marks belong together, as CommonMark describes it, in one pass: what stands
/// between two that do is taken off the end of what has been read.
struct MarkdownEmphasis {
    /// Parts inside one another; marks that would make a deeper one are text.
    static let deepest = 40

    private typealias Part = (inline: MarkdownInline, depth: Int)

    private var parts: [Part] = []
    private var openers: [(run: MarkdownRun, part: Int)] = []
    /// Openers below this place do not match a kind of closing run.
    private var bottoms: [Kind: Int] = [:]

    private struct Kind: Hashable {
        var mark: Unicode.Scalar
        var canOpen: Bool
        var remainder: Int
    }

    static func resolve(_ pieces: ArraySlice<MarkdownPiece>) -> [(
        inline: MarkdownInline, depth: Int
    )] {
        var emphasis = MarkdownEmphasis()
        for piece in pieces {
            switch piece {
            case .inline(let inline, let depth): emphasis.parts.append((inline, depth))
            case .run(let run): emphasis.add(run)
            }
        }
        return emphasis.parts
    }

    private mutating func add(_ run: MarkdownRun) {
        var run = run
        while run.canClose, run.count > 0, close(&run) {}
        guard run.count > 0 else { return }
        if run.canOpen { openers.append((run, parts.count)) }
        parts.append((run.text, 0))
    }

    /// Uses marks of a closing run and of the nearest opener; false where no opener matches.
    private mutating func close(_ closer: inout MarkdownRun) -> Bool {
        let kind = Kind(mark: closer.mark, canOpen: closer.canOpen, remainder: closer.length % 3)
        let bottom = bottoms[kind] ?? 0
        let found = openers[bottom...].lastIndex { $0.run.used(with: closer) > 0 }
        guard let found, wrap(openerAt: found, &closer) else {
            bottoms[kind] = openers.count
            return false
        }
        return true
    }

    private mutating func wrap(openerAt index: Int, _ closer: inout MarkdownRun) -> Bool {
        let (opener, part) = openers[index]
        // A copy: a slice would make the removal below copy all parts.
        let inside = Array(parts[(part + 1)...])
        let depth = 1 + (inside.map(\.depth).max() ?? 0)
        guard depth <= Self.deepest else { return false }
        let used = opener.used(with: closer)
        let content = inside.map(\.inline)
        let isStruck = closer.mark == "~"
        let inline: MarkdownInline =
            isStruck ? .struck(content) : used == 2 ? .strong(content) : .emphasis(content)
        closer.count -= used
        openers[index].run.count -= used
        openers.removeSubrange((index + 1)...)
        parts.removeSubrange((part + 1)...)
        if openers[index].run.count == 0 {
            openers.removeLast()
            parts.removeLast()
        } else {
            parts[part].inline = openers[index].run.text
        }
        for kind in bottoms.keys { bottoms[kind] = min(bottoms[kind] ?? 0, openers.count) }
        parts.append((inline, depth))
        return true
    }
}
