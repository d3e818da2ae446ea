import LineEditing
import TerminalText

/// What a pager goes through: lines for the window's width, some of them, or a part of each.
struct PagedText {
    /// The lines as they are where there are no columns, and otherwise wrapped.
    private let make: (_ columns: Int?) -> [ShownText]
    private(set) var lines: [ShownText]
    private var texts: [String]
    private(set) var walk: PageWalk
    private var columns: Int
    /// What lines must have in them.
    private(set) var filter = ""
    /// The first column that is shown of lines that are not wrapped.
    private var offset: Int?

    init(columns: Int, rows: Int, _ make: @escaping (_ columns: Int?) -> [ShownText]) {
        self.make = make
        self.columns = columns
        lines = make(columns)
        texts = lines.map(\.plain)
        walk = PageWalk(texts, page: 1)
        fit(rows)
        walk = PageWalk(texts, page: walk.page)
    }

    /// The window's last row is the question's, and of a text with a table the first is for its header.
    private mutating func fit(_ rows: Int) {
        walk.page = max(1, rows - (TableHeader.isIn(texts) ? 2 : 1))
    }

    /// Does what a key is for.
    mutating func take(_ choice: PagingChoice, columns: Int, rows: Int) -> PageWalk.Step {
        switch choice {
        case .filter(let text): filter = text
        case .right: offset = offset.map { $0 + columns / 2 } ?? 0
        case .left: offset = offset.flatMap { $0 > 0 ? max(0, $0 - columns / 2) : nil }
        case .resized: break
        default:
            let step = walk.take(choice)
            return follow(step)
        }
        remake(columns: columns, rows: rows)
        return walk.take(.resized)
    }

    private mutating func remake(columns: Int, rows: Int) {
        let (top, count) = (walk.top, max(1, lines.count))
        self.columns = columns
        lines = make(offset == nil ? columns : nil)
        if !filter.isEmpty {
            let small = filter.lowercased()
            lines = lines.filter { $0.plain.lowercased().contains(small) }
        }
        texts = lines.map(\.plain)
        walk = walk.through(texts, from: top * lines.count / count)
        fit(rows)
        walk = walk.through(texts, from: top * lines.count / count)
    }

    /// Below a table's header, lines that follow stand alone on the screen.
    private func follow(_ step: PageWalk.Step) -> PageWalk.Step {
        guard case .further(let range) = step, range.count <= walk.page, !range.isEmpty,
            header(above: max(0, range.upperBound - walk.page)) != nil
        else { return step }
        return .anew(max(0, range.upperBound - walk.page)..<range.upperBound)
    }

    /// The header of the table that a line is in, where it stands above the line.
    func header(above line: Int) -> ShownText? {
        TableHeader.place(in: texts, above: line).map { shown(lines[$0]) }
    }

    func shown(_ range: Range<Int>) -> ArraySlice<ShownText> {
        offset == nil ? lines[range] : lines[range].map(shown)[...]
    }

    private func shown(_ line: ShownText) -> ShownText {
        guard let offset else { return line }
        return ShownText(TerminalText.part(of: line.plain, from: offset, columns: columns))
    }

    /// What is to be marked.
    var pattern: String { walk.pattern.isEmpty ? filter : walk.pattern }
}
