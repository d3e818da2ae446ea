import Testing

/// What a terminal shows after everything that was written to it: the sequences that `lc` uses, with
/// wide characters, wrapping, scrolling, and windows that change their size.
package struct ScreenModel: CustomTestStringConvertible {
    /// One column. A wide character fills two: the second has no text.
    package struct Cell: Equatable, Sendable {
        package var text = " "
        package var isDim = false
        package var isInverse = false
    }

    private struct Line {
        var cells: [Cell]
        /// The next line goes on with this one's text.
        var isWrapped = false
    }

    package private(set) var columns: Int
    package private(set) var height: Int
    package private(set) var cursorRow = 0
    package private(set) var cursorColumn = 0
    /// Whether `ESC[?2004h` is on.
    package private(set) var marksPastes = false
    /// Answers to the program's questions.
    package var replies = ""
    /// Whether lines are wrapped anew when the window's width changes, as most terminals do.
    private let wrapsAgain: Bool
    private var lines: [Line]
    private var scrolledOut: [Line] = []
    /// The last column is full, and the next character begins a new line.
    private var isPending = false
    private var saved = (row: 0, column: 0)
    private var style = Cell()
    private var input: [Unicode.Scalar] = []

    package init(columns: Int, rows: Int, wrapsAgain: Bool = true) {
        self.columns = columns
        height = rows
        self.wrapsAgain = wrapsAgain
        lines = (0..<rows).map { _ in Line(cells: Self.empty(columns)) }
    }

    private static func empty(_ columns: Int) -> [Cell] { Array(repeating: Cell(), count: columns) }

    package var testDescription: String { text }

    // MARK: - What is there

    /// The rows without spaces at their ends.
    package var rows: [String] { lines.map { Self.text($0.cells) } }

    /// The rows that have text, one a line.
    package var text: String {
        var rows = rows
        while rows.last?.isEmpty == true { rows.removeLast() }
        return rows.joined(separator: "\n")
    }

    /// Everything that was ever shown and not written over.
    package var everything: String {
        (scrolledOut.map { Self.text($0.cells) } + [text]).joined(separator: "\n")
    }

    /// The row that the cursor is in, up to the cursor.
    package var beforeCursor: String { Self.text(Array(lines[cursorRow].cells[..<cursorColumn])) }

    /// The dim text behind the cursor: a suggestion.
    package var hint: String {
        Self.text(lines[cursorRow].cells[cursorColumn...].filter(\.isDim))
    }

    /// The text that is shown inverse.
    package var inverse: String { Self.text(lines.flatMap(\.cells).filter(\.isInverse)) }

    private static func text(_ cells: [Cell]) -> String {
        let text = cells.map(\.text).joined()
        return String(text.reversed().drop { $0 == " " }.reversed())
    }

    // MARK: - What comes

    package mutating func feed(_ text: String) {
        input += text.unicodeScalars
        var place = 0
        while place < input.count, let next = step(from: place) { place = next }
        input.removeFirst(place)
    }

    /// Takes what begins at a place; nil when its end has not come yet.
    private mutating func step(from place: Int) -> Int? {
        let scalar = input[place]
        guard scalar == "\u{1B}" else {
            control(scalar)
            return place + 1
        }
        guard place + 1 < input.count else { return nil }
        switch input[place + 1] {
        case "[":
            guard
                let end = input[(place + 2)...].firstIndex(where: {
                    (0x40...0x7E).contains($0.value)
                })
            else { return nil }
            sequence(input[place + 2..<end].map(String.init).joined(), input[end])
            return end + 1
        case "7": saved = (cursorRow, cursorColumn)
        case "8": (cursorRow, cursorColumn, isPending) = (saved.row, saved.column, false)
        default: break
        }
        return place + 2
    }

    private mutating func control(_ scalar: Unicode.Scalar) {
        switch scalar {
        case "\r": (cursorColumn, isPending) = (0, false)
        case "\n": lineFeed()
        case "\u{8}": (cursorColumn, isPending) = (max(0, cursorColumn - 1), false)
        case "\t": cursorColumn = min(columns - 1, (cursorColumn / 8 + 1) * 8)
        case _ where scalar.value < 0x20: break
        default: put(scalar)
        }
    }

    private mutating func lineFeed() {
        isPending = false
        if cursorRow + 1 < height {
            cursorRow += 1
        } else {
            scrolledOut.append(lines.removeFirst())
            lines.append(Line(cells: Self.empty(columns)))
        }
    }

    private mutating func put(_ scalar: Unicode.Scalar) {
        let width = Self.width(scalar)
        guard width > 0 else {
            let place = isPending ? cursorColumn : max(0, cursorColumn - 1)
            lines[cursorRow].cells[place].text.unicodeScalars.append(scalar)
            return
        }
        if isPending || cursorColumn + width > columns {
            lines[cursorRow].isWrapped = true
            lineFeed()
            cursorColumn = 0
        }
        var cell = style
        cell.text = String(scalar)
        lines[cursorRow].cells[cursorColumn] = cell
        if width == 2 {
            cell.text = ""
            lines[cursorRow].cells[cursorColumn + 1] = cell
        }
        cursorColumn += width
        if cursorColumn >= columns { (cursorColumn, isPending) = (columns - 1, true) }
    }

    /// The columns of a character, by the ranges that tests use.
    private static func width(_ scalar: Unicode.Scalar) -> Int {
        switch scalar.value {
        case 0x300...0x36F, 0x1160...0x11FF, 0x200B...0x200D: 0
        case 0x1100...0x115F, 0x3000...0x9FFF, 0xAC00...0xD7A3, 0xFF01...0xFF60, 0x1F300...0x1FAFF:
            2
        default: 1
        }
    }

    private mutating func sequence(_ text: String, _ last: Unicode.Scalar) {
        let numbers = text.drop { $0 == "?" }.split(separator: ";").map { Int($0) ?? 0 }
        let count = max(1, numbers.first ?? 1)
        switch last {
        case "A": (cursorRow, isPending) = (max(0, cursorRow - count), false)
        case "B": (cursorRow, isPending) = (min(height - 1, cursorRow + count), false)
        case "C": (cursorColumn, isPending) = (min(columns - 1, cursorColumn + count), false)
        case "D": (cursorColumn, isPending) = (max(0, cursorColumn - count), false)
        case "H":
            cursorRow = min(height, count) - 1
            cursorColumn = min(columns, max(1, numbers.dropFirst().first ?? 1)) - 1
            isPending = false
        case "J": eraseDisplay(all: numbers.first == 2)
        case "K": erase(cursorRow, from: cursorColumn)
        case "m": style(numbers)
        case "n": if numbers == [6] { replies += "\u{1B}[\(cursorRow + 1);\(cursorColumn + 1)R" }
        case "h", "l": if text == "?2004" { marksPastes = last == "h" }
        default: break
        }
    }

    private mutating func erase(_ row: Int, from column: Int) {
        for index in column..<columns { lines[row].cells[index] = Cell() }
        lines[row].isWrapped = false
    }

    private mutating func eraseDisplay(all: Bool) {
        if !all { erase(cursorRow, from: cursorColumn) }
        for row in (all ? 0 : cursorRow + 1)..<max(all ? 0 : cursorRow + 1, height) {
            erase(row, from: 0)
        }
    }

    private mutating func style(_ numbers: [Int]) {
        for number in numbers.isEmpty ? [0] : numbers {
            switch number {
            case 0: style = Cell()
            case 2: style.isDim = true
            case 7: style.isInverse = true
            default: break
            }
        }
    }

    // MARK: - The window

    package mutating func resize(columns newColumns: Int, rows newHeight: Int) {
        var all = scrolledOut + lines
        var place = scrolledOut.count + cursorRow
        if wrapsAgain, newColumns != columns {
            (all, place) = wrapped(all, place, newColumns)
        } else {
            for index in all.indices {
                all[index].cells = Self.fitted(all[index].cells, newColumns)
            }
            cursorColumn = min(cursorColumn, newColumns - 1)
        }
        (columns, height, isPending) = (newColumns, newHeight, false)
        // Empty lines below the cursor go first; then lines scroll out at the top.
        while all.count > height, all.count - 1 > place, Self.text(all[all.count - 1].cells).isEmpty
        {
            all.removeLast()
        }
        let out = max(0, all.count - height)
        scrolledOut = Array(all[..<out])
        lines = Array(all[out...])
        while lines.count < height { lines.append(Line(cells: Self.empty(columns))) }
        cursorRow = max(0, place - out)
    }

    private static func fitted(_ cells: [Cell], _ columns: Int) -> [Cell] {
        Array(cells.prefix(columns)) + empty(max(0, columns - cells.count))
    }

    /// The lines wrapped to another width, and the cursor's new place among them.
    private mutating func wrapped(_ all: [Line], _ place: Int, _ width: Int) -> ([Line], Int) {
        var result: [Line] = []
        var newPlace = 0
        var logical: [Cell] = []
        var cursor: Int?
        for (index, line) in all.enumerated() {
            if index == place { cursor = logical.count + cursorColumn }
            logical += line.cells
            if line.isWrapped { continue }
            while let last = logical.last, last == Cell(), logical.count > (cursor ?? 0) {
                logical.removeLast()
            }
            if let cursor {
                newPlace = result.count + cursor / width
                cursorColumn = cursor % width
            }
            let pieces = max(1, (max(logical.count, (cursor ?? -1) + 1) + width - 1) / width)
            for piece in 0..<pieces {
                let cells = Array(logical.dropFirst(piece * width).prefix(width))
                result.append(Line(cells: Self.fitted(cells, width), isWrapped: piece + 1 < pieces))
            }
            (logical, cursor) = ([], nil)
        }
        return (result, newPlace)
    }
}
