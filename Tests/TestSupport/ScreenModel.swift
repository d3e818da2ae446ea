import Testing

/// What a terminal shows after everything that was written to it: the sequences that `lc` uses, with
/// wide characters, wrapping, scrolling, and windows that change their size.
package struct ScreenModel: CustomTestStringConvertible {
    /// One column. A wide character fills two: the second has no text.
    package struct Cell: Equatable, Sendable {
        package var text = " "
        package var isDim = false
        package var isInverse = false
        /// The numbers of the style beside these two, such as `1;36`.
        package var style = ""
    }

    struct Line {
        var cells: [Cell]
        /// The next line goes on with this one's text.
        var isWrapped = false
    }

    package internal(set) var columns: Int
    package internal(set) var height: Int
    package internal(set) var cursorRow = 0
    package internal(set) var cursorColumn = 0
    /// Whether `ESC[?2004h` is on.
    package private(set) var marksPastes = false
    /// What operating-system commands said: titles, progress, marks.
    package private(set) var commands: [String] = []
    package private(set) var bells = 0
    /// The last number of a cursor's shape.
    package private(set) var cursorShape = 0
    /// Answers to the program's questions.
    package var replies = ""
    /// Whether lines are wrapped anew when the window's width changes, as most terminals do.
    let wrapsAgain: Bool
    var lines: [Line]
    var scrolledOut: [Line] = []
    /// The last column is full, and the next character begins a new line.
    var isPending = false
    private var saved = (row: 0, column: 0)
    private var style = Cell()
    private var input: [Unicode.Scalar] = []

    package init(columns: Int, rows: Int, wrapsAgain: Bool = true) {
        self.columns = columns
        height = rows
        self.wrapsAgain = wrapsAgain
        lines = (0..<rows).map { _ in Line(cells: Self.empty(columns)) }
    }

    static func empty(_ columns: Int) -> [Cell] { Array(repeating: Cell(), count: columns) }

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

    /// The pieces of a row that have a style, each with its numbers.
    package func styled(row: Int) -> [String] {
        var pieces: [(style: String, text: String)] = []
        for cell in lines[row].cells {
            if pieces.last?.style == cell.style {
                pieces[pieces.count - 1].text += cell.text
            } else {
                pieces.append((cell.style, cell.text))
            }
        }
        return pieces.filter { !$0.style.isEmpty }.map { "\($0.style): \($0.text)" }
    }

    /// The text that is shown inverse.
    package var inverse: String { Self.text(lines.flatMap(\.cells).filter(\.isInverse)) }

    static func text(_ cells: [Cell]) -> String {
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
        case "]":
            let rest = input[(place + 2)...]
            guard let end = rest.firstIndex(where: { $0 == "\u{7}" || $0 == "\u{1B}" }),
                input[end] == "\u{7}" || end + 1 < input.count
            else { return nil }
            commands.append(rest[..<end].map(String.init).joined())
            return end + (input[end] == "\u{7}" ? 1 : 2)
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
        case "\u{7}": bells += 1
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
        if join(scalar, width) { return }
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

    /// Adds a scalar to the character before it where both are one: a mark, half a flag, a member of a
    /// family of emoji.
    private mutating func join(_ scalar: Unicode.Scalar, _ width: Int) -> Bool {
        var place = isPending ? cursorColumn : cursorColumn - 1
        if place > 0, lines[cursorRow].cells[place].text.isEmpty { place -= 1 }
        guard place >= 0 else { return width == 0 }
        var text = lines[cursorRow].cells[place].text
        text.unicodeScalars.append(scalar)
        guard width == 0 || scalar.value >= 0x300 && text.count == 1 else { return false }
        lines[cursorRow].cells[place].text = text
        let isWidened = scalar == "\u{FE0F}" && place + 1 == cursorColumn && !isPending
        if isWidened, cursorColumn < columns {
            lines[cursorRow].cells[cursorColumn].text = ""
            cursorColumn += 1
            if cursorColumn >= columns { (cursorColumn, isPending) = (columns - 1, true) }
        }
        return true
    }

    /// The columns of a character, by the ranges that tests use.
    private static func width(_ scalar: Unicode.Scalar) -> Int {
        switch scalar.value {
        case 0x300...0x36F, 0x1160...0x11FF, 0x200B...0x200D, 0xFE00...0xFE0F: 0
        case 0x1100...0x115F, 0x3000...0x9FFF, 0xAC00...0xD7A3, 0xFF01...0xFF60, 0x1F300...0x1FAFF:
            2
        case 0x1F1E6...0x1F1FF: 2
        default: 1
        }
    }

    private mutating func sequence(_ text: String, _ last: Unicode.Scalar) {
        let numbers = text.drop { $0 == "?" }.filter { $0 != " " }.split(separator: ";").map {
            Int($0) ?? 0
        }
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
        case "q" where text.hasSuffix(" "): cursorShape = numbers.first ?? 0
        case "n": if numbers == [6] { replies += "\u{1B}[\(cursorRow + 1);\(cursorColumn + 1)R" }
        case "c": if numbers.isEmpty { replies += "\u{1B}[?62;c" }
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
            case 2 where numbers.count == 1: style.isDim = true
            case 7 where numbers.count == 1: style.isInverse = true
            default: style.style += (style.style.isEmpty ? "" : ";") + String(number)
            }
        }
    }
}
