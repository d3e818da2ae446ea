import Platform
import TerminalText

/// A rectangle of terminal cells that is drawn on and then becomes lines of text.
///
/// A cell holds a character, or braille dots (2 across, 4 down), over an upper and a lower half
/// that may have a colour each.
struct CellGrid {
    private struct Cell {
        var character: Character?
        var dots: UInt8 = 0
        /// What stands for dots where there is no braille.
        var mark: Character = "*"
        var ink: Colour?
        var upper: Colour?
        var lower: Colour?
        /// The second column of a wide character.
        var isCovered = false
    }

    let columns: Int
    let rows: Int
    private let style: TerminalStyle
    private var cells: [Cell]

    init(columns: Int, rows: Int, style: TerminalStyle) {
        self.columns = max(1, columns)
        self.rows = max(1, rows)
        self.style = style
        cells = [Cell](repeating: Cell(), count: self.columns * self.rows)
    }

    // MARK: - Drawing

    /// Text from a cell on, cut at the edge.
    mutating func write(_ text: String, column: Int, row: Int, ink: Colour? = nil) {
        guard row >= 0, row < rows else { return }
        var column = column
        for character in TerminalText.clean(text) {
            let width = TerminalText.columns(character)
            guard column + width <= columns else { return }
            if column >= 0, width > 0 {
                cells[row * columns + column].character = character
                cells[row * columns + column].ink = ink
                if width == 2 { cells[row * columns + column + 1].isCovered = true }
            }
            column += width
        }
    }

    /// One braille dot; places count from the top left, 2 a column and 4 a row.
    mutating func dot(x: Int, y: Int, ink: Colour, mark: Character = "*") {
        guard x >= 0, y >= 0, x < columns * 2, y < rows * 4 else { return }
        let index = y / 4 * columns + x / 2
        let bits: [UInt8] = [0x01, 0x02, 0x04, 0x40, 0x08, 0x10, 0x20, 0x80]
        cells[index].dots |= bits[x % 2 * 4 + y % 4]
        cells[index].ink = ink
        cells[index].mark = mark
    }

    mutating func line(
        from a: (x: Int, y: Int), to b: (x: Int, y: Int), ink: Colour, pen: inout LinePen
    ) {
        let steps = max(abs(b.x - a.x), abs(b.y - a.y))
        guard steps < 100_000 else { return }
        for step in 0...steps where pen.isDown(after: step) {
            let share = Double(step) / Double(max(steps, 1))
            dot(
                x: a.x + Int(clamping: (Double(b.x - a.x) * share).rounded()),
                y: a.y + Int(clamping: (Double(b.y - a.y) * share).rounded()), ink: ink,
                mark: pen.mark)
        }
        pen.length += steps
    }

    /// One half of a cell; rows count halves from the top.
    mutating func fill(column: Int, halfRow: Int, _ colour: Colour) {
        guard column >= 0, halfRow >= 0, column < columns, halfRow < rows * 2 else { return }
        let index = halfRow / 2 * columns + column
        if halfRow % 2 == 0 { cells[index].upper = colour } else { cells[index].lower = colour }
    }

    // MARK: - Lines of text

    /// The rows, without the spaces at their ends unless they are to be whole.
    func lines(areWhole: Bool = false) -> [ShownText] {
        (0..<rows).map { line($0, isWhole: areWhole) }
    }

    private func line(_ row: Int, isWhole: Bool) -> ShownText {
        var result: ShownText = ""
        // Characters of one style that stand together, and spaces that may be a row's end.
        var (run, active, pending) = ("", TextStyle.plain, 0)
        for column in 0..<columns {
            let cell = cells[row * columns + column]
            if cell.isCovered { continue }
            let (character, style) = appearance(cell)
            if style != active {
                result += ShownText(run + spaces(pending)).styled(active)
                (run, active, pending) = ("", style, 0)
            }
            if character == " ", style.isPlain {
                pending += 1
            } else {
                run += spaces(pending) + String(character)
                pending = 0
            }
        }
        if isWhole { run += spaces(pending) }
        return result + ShownText(run).styled(active)
    }

    private func spaces(_ count: Int) -> String { String(repeating: " ", count: count) }

    private func appearance(_ cell: Cell) -> (Character, TextStyle) {
        let isMarked = cell.character != nil || cell.dots != 0
        var codes = TextStyle.plain
        if isMarked {
            if let ink = cell.ink { codes = codes + style.code(ink, isBackground: false) }
            if let ground = cell.lower ?? cell.upper {
                codes = codes + style.code(ground, isBackground: true)
            }
            return (glyph(cell), codes)
        }
        guard cell.upper != nil || cell.lower != nil else { return (" ", codes) }
        if style.colour == .none || !style.unicode {
            let ramp = Array(" .:-=+*#%@")
            let shades = [cell.upper, cell.lower].compactMap(\.self).map(\.lightness)
            let lightness = shades.reduce(0, +) / Double(shades.count)
            return (ramp[Int(clamping: (lightness * 9).rounded())], codes)
        }
        if let upper = cell.upper { codes = codes + style.code(upper, isBackground: false) }
        if let lower = cell.lower { codes = codes + style.code(lower, isBackground: true) }
        if cell.upper == nil, let lower = cell.lower {
            return ("▄", style.code(lower, isBackground: false))
        }
        return ("▀", codes)
    }

    private func glyph(_ cell: Cell) -> Character {
        if let character = cell.character { return character }
        guard style.unicode else { return cell.mark }
        return Unicode.Scalar(0x2800 + UInt32(cell.dots)).map(Character.init) ?? "*"
    }
}
