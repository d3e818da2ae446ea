import TerminalText

/// A screen of any height, for the bytes that a recording holds.
struct TerminalScreen {
    /// Each cell is a character; the second column of a wide one is empty.
    private var rows: [[String]] = [[]]
    private var row = 0
    private var column = 0

    /// The rows, without spaces at their ends.
    var text: String {
        rows.map { row in row.joined().trimmedEnd }.joined(separator: "\n")
    }

    mutating func write(_ text: String) {
        let input = Array(text.unicodeScalars)
        var index = 0
        while index < input.count {
            let next = input[index]
            index += 1
            switch next {
            case "\u{1B}": index = sequence(input, index)
            case "\r": column = 0
            case "\n": move(to: row + 1)
            case "\u{8}": column = max(0, column - 1)
            case "\t": column = (column / 8 + 1) * 8
            default: if next.value >= 0x20, next.value != 0x7F { put(next) }
            }
        }
    }

    private mutating func move(to place: Int) {
        row = min(max(0, place), 100_000)
        while rows.count <= row { rows.append([]) }
    }

    private mutating func put(_ scalar: Unicode.Scalar) {
        let width = max(0, TerminalText.columns(scalar))
        if width == 0 {
            let place = rows[row].prefix(column).lastIndex { !$0.isEmpty }
            if let place { rows[row][place].unicodeScalars.append(scalar) }
            return
        }
        while rows[row].count < column + width { rows[row].append(" ") }
        rows[row][column] = String(scalar)
        if width == 2 { rows[row][column + 1] = "" }
        column += width
    }

    /// Obeys `ESC [ … letter`; gives where the text goes on behind a sequence.
    private mutating func sequence(_ input: [Unicode.Scalar], _ start: Int) -> Int {
        guard start < input.count else { return start }
        if input[start] == "]" {
            let end =
                input[start...].firstIndex { $0 == "\u{7}" || $0 == "\u{1B}" } ?? input.count - 1
            return input[end] == "\u{1B}" ? end + 2 : end + 1
        }
        guard input[start] == "[" else { return start + 1 }
        let parameters = input[(start + 1)...].prefix { (0x20...0x3F).contains($0.value) }
        let end = start + 1 + parameters.count
        guard end < input.count else { return input.count }
        let numbers = String(scalars: parameters).split(separator: ";").map { Int($0) ?? 0 }
        obey(
            input[end], min(numbers.first ?? 0, 10_000), min(numbers.dropFirst().first ?? 0, 10_000)
        )
        return end + 1
    }

    private mutating func obey(_ letter: Unicode.Scalar, _ first: Int, _ second: Int) {
        let count = max(1, first)
        switch letter {
        case "A": move(to: row - count)
        case "B": move(to: row + count)
        case "C": column = min(column + count, 10_000)
        case "D": column = max(0, column - count)
        case "E":
            move(to: row + count)
            column = 0
        case "G": column = count - 1
        case "K": erase(first)
        case "J":
            erase(first)
            if first == 0 { rows.removeSubrange((row + 1)...) }
        case "P":
            rows[row].removeSubrange(
                min(column, rows[row].count)..<min(column + count, rows[row].count))
        case "@":
            if column < rows[row].count {
                rows[row].insert(contentsOf: Array(repeating: " ", count: count), at: column)
            }
        default: break
        }
    }

    /// Erases to the end of the row, from its beginning, or all of it.
    private mutating func erase(_ kind: Int) {
        if kind == 0 {
            rows[row].removeSubrange(min(column, rows[row].count)...)
        } else {
            let end = kind == 1 ? min(column + 1, rows[row].count) : rows[row].count
            for index in 0..<end { rows[row][index] = " " }
        }
    }
}
