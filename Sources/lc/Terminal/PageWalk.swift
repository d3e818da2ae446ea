package import LineEditing

/// The way through lines that are taller than the window, a screenful at a time.
package struct PageWalk {
    package enum Step: Equatable {
        /// Lines that follow those on the screen.
        case further(Range<Int>)
        /// Lines that stand alone on the screen.
        case anew(Range<Int>)
        case notFound
        case end
    }

    /// In small letters, for searches.
    private let texts: [String]
    /// The number of lines that fit.
    package var page: Int
    /// Where the lines begin that were not shown.
    package private(set) var next: Int
    /// What was searched for last.
    package private(set) var pattern = ""
    private var isBack = false
    /// The line of the last hit.
    private var hit = -1

    package init(_ texts: [String], page: Int) {
        self.texts = texts.map { $0.lowercased() }
        self.page = page
        next = min(page, texts.count)
    }

    /// The same way through other lines, from one of them on.
    package func through(_ texts: [String], from start: Int) -> PageWalk {
        var walk = PageWalk(texts, page: page)
        (walk.pattern, walk.isBack, walk.hit) = (pattern, isBack, -1)
        _ = walk.anew(from: start)
        return walk
    }

    package var left: Int { texts.count - next }

    /// The first line on the screen.
    package var top: Int { max(0, next - page) }

    /// How much was shown or passed over, in percent.
    package var percent: Int { texts.isEmpty ? 100 : next * 100 / texts.count }

    package mutating func take(_ choice: PagingChoice) -> Step {
        switch choice {
        case .quit: return .end
        case .page: return further(page)
        case .line: return further(1)
        case .all: return further(left)
        case .back: return anew(from: max(0, next - 2 * page))
        case .start: return anew(from: 0)
        case .search(let text, let isBack):
            if !text.isEmpty { pattern = text.lowercased() }
            self.isBack = isBack
            hit = isBack ? top : max(-1, top - 1)
            return find(isBack: isBack)
        case .next: return find(isBack: isBack)
        case .previous: return find(isBack: !isBack)
        case .filter, .left, .right, .save, .keys, .resized:
            return anew(from: top)
        }
    }

    private mutating func further(_ count: Int) -> Step {
        let lines = next..<min(texts.count, next + count)
        next = lines.upperBound
        return .further(lines)
    }

    private mutating func anew(from start: Int) -> Step {
        let start = min(start, max(0, texts.count - 1))
        let lines = start..<min(texts.count, start + page)
        next = lines.upperBound
        return .anew(lines)
    }

    private mutating func find(isBack: Bool) -> Step {
        let lines = isBack ? Array((0..<max(0, hit)).reversed()) : Array((hit + 1)..<texts.count)
        guard !pattern.isEmpty, let found = lines.first(where: { texts[$0].contains(pattern) })
        else { return .notFound }
        hit = found
        return anew(from: min(found, max(0, texts.count - page)))
    }
}
