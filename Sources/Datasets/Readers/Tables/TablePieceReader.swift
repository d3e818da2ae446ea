import Files
import Numeric

/// Reads the records of a piece, cell after cell.
struct TablePieceReader {
    private let plan: TablePlan
    private var scanner: TableScanner
    private var coders: [WordCoder]
    /// What the words of each coder mean.
    private var meanings: [[CellMeaning]]
    private var classCoder = WordCoder()
    private var nextLook = 0

    /// How many bytes are read between two looks at whether to go on.
    private static let stretch = 1 << 18

    init(_ plan: TablePlan, from place: Int) {
        self.plan = plan
        scanner = TableScanner(separator: plan.separator, place: place)
        coders = Array(repeating: WordCoder(), count: plan.wordSlots.count)
        meanings = Array(repeating: [], count: plan.wordSlots.count)
    }

    var words: [[String]] { coders.map(\.words.words) }
    var classes: [String] { classCoder.words.words }

    /// Reads until a record begins at `end` or behind it, or has a problem.
    mutating func read(
        _ bytes: Span<UInt8>, before end: Int, into piece: inout TablePiece,
        _ numbers: inout MutableSpan<Float>, _ codes: inout MutableSpan<Int32>, _ room: Int
    ) {
        do throws(TableScanner.Problem) {
            while try scanner.startRecord(bytes, before: end) {
                try look()
                guard piece.records < room else {
                    piece.isFull = true
                    break
                }
                try readRecord(bytes, &piece, &numbers, &codes)
                guard piece.problem == nil else { break }
                piece.records += 1
            }
        } catch {
            piece.problem = TablePiece.Problem(error)
        }
        piece.end = scanner.place
        piece.lines = scanner.line - 1
    }

    private mutating func look() throws(TableScanner.Problem) {
        guard scanner.place >= nextLook else { return }
        nextLook = scanner.place + Self.stretch
        do throws(FileError) { try Interruptible.check() } catch { throw .interrupted }
    }

    private mutating func readRecord(
        _ bytes: Span<UInt8>, _ piece: inout TablePiece, _ numbers: inout MutableSpan<Float>,
        _ codes: inout MutableSpan<Int32>
    ) throws(TableScanner.Problem) {
        let begin = scanner.place
        var column = 0
        var goesOn = true
        while goesOn, column < plan.names.count {
            if !readNumbers(bytes, &column, piece.records, &numbers) {
                try readCell(column, bytes, &piece, &numbers, &codes)
                guard piece.problem == nil else { return }
                column += 1
            }
            goesOn = scanner.goOn(bytes)
        }
        guard goesOn || column < plan.names.count else { return }
        scanner.restart(at: begin)
        _ = try scanner.next(bytes, before: bytes.count)
        piece.problem = TablePiece.Problem(
            line: scanner.recordLine,
            text: "has \(scanner.cells.count) columns instead of \(plan.names.count)",
            hint: "mend or remove the line")
    }

    /// Reads numbers from a column on; false where a cell comes behind them that needs more care.
    private mutating func readNumbers(
        _ bytes: Span<UInt8>, _ column: inout Int, _ record: Int,
        _ numbers: inout MutableSpan<Float>
    ) -> Bool {
        guard case .number(let place) = plan.roles[column] else { return false }
        let first = record * plan.numberSlots.count + place
        let cells = DecimalKernels.cells(
            bytes, from: scanner.place, separator: plan.separator, point: plan.point,
            into: &numbers, first..<first + plan.runs[column])
        scanner.place = cells.place
        column += cells.count
        return cells.isBehind
    }

    private mutating func readCell(
        _ column: Int, _ bytes: Span<UInt8>, _ piece: inout TablePiece,
        _ numbers: inout MutableSpan<Float>, _ codes: inout MutableSpan<Int32>
    ) throws(TableScanner.Problem) {
        let cell = try scanner.cell(bytes)
        switch plan.roles[column] {
        case .ignored: return
        case .empty where cell.range.isEmpty: return
        case .empty:
            piece.problem = TablePiece.Problem(
                line: scanner.recordLine,
                text:
                    "has '\(cell.text(in: bytes).prefix(40))' in column \(column + 1), which has no name and is empty in other lines",
                hint: "name the column, or remove the cell")
        case .number(let place):
            let index = piece.records * plan.numberSlots.count + place
            let text = cell.range.isEmpty ? "" : cell.text(in: bytes)
            numbers[index] = Self.note(
                CellMeaning(text, plan.decimals), text, plan.numberSlots[place],
                line: scanner.recordLine, plan, &piece)
        case .word(let place):
            let index = piece.records * plan.wordSlots.count + place
            codes[index] = addWord(cell, bytes, place, &piece)
        case .label: addLabel(cell, bytes, &piece)
        }
    }

    /// Keeps what a cell is beside a number, and gives its number, or 0.
    private static func note(
        _ meaning: CellMeaning, _ text: String, _ slot: Int, line: Int, _ plan: TablePlan,
        _ piece: inout TablePiece
    ) -> Float {
        switch meaning {
        case .number(let number): return number
        case .missing:
            piece.columns[slot].missing.append(Int32(piece.records))
            if piece.columns[slot].firstMissing == nil {
                piece.columns[slot].firstMissing = (text, line)
            }
        case .word:
            piece.columns[slot].words += 1
            if piece.columns[slot].firstWord == nil {
                piece.columns[slot].firstWord = (text, line)
            }
        case .tooLarge:
            let name = plan.names[plan.features[slot]]
            piece.problem = TablePiece.Problem(
                line: line,
                text:
                    "has \(text.prefix(40)) in column \(name), which is too large for a 32-bit number",
                hint: "measure the column in a larger unit, or remove the line")
        }
        return 0
    }

    /// The code of a cell of words; -1 where it is missing, or where the column has too many words.
    private mutating func addWord(
        _ cell: TableCell, _ bytes: Span<UInt8>, _ place: Int, _ piece: inout TablePiece
    ) -> Int32 {
        let (slot, line) = (plan.wordSlots[place], scanner.recordLine)
        guard coders[place].words.words.count - CellMeaning.missingCount <= plan.wordLimit else {
            let text = cell.text(in: bytes)
            _ = Self.note(CellMeaning(text, plan.decimals), text, slot, line: line, plan, &piece)
            return -1
        }
        let code = coders[place].code(of: cell, in: bytes)
        if Int(code) == meanings[place].count {
            meanings[place].append(
                CellMeaning(coders[place].words.words[Int(code)], plan.decimals))
        }
        switch meanings[place][Int(code)] {
        case .number: return code
        case .word where piece.columns[slot].firstWord != nil:
            piece.columns[slot].words += 1
            return code
        case let meaning:
            let text = coders[place].words.words[Int(code)]
            _ = Self.note(meaning, text, slot, line: line, plan, &piece)
            return meaning == .missing ? -1 : code
        }
    }

    private mutating func addLabel(
        _ cell: TableCell, _ bytes: Span<UInt8>, _ piece: inout TablePiece
    ) {
        let code = classCoder.code(of: cell, in: bytes)
        guard !classCoder.words.words[Int(code)].isEmpty else {
            if piece.firstUnlabelled == nil { piece.firstUnlabelled = scanner.recordLine }
            piece.unlabelled.append(Int32(piece.records))
            piece.labels.append(-1)
            return
        }
        piece.labels.append(code)
    }
}

extension TablePiece.Problem {
    fileprivate init(_ problem: TableScanner.Problem) {
        switch problem {
        case .openQuote(let line):
            self.init(
                line: line, text: "opens a quote that is never closed",
                hint: "close it, or remove the line")
        case .tooManyColumns(let line):
            self.init(
                line: line, text: "has more than 100 000 columns",
                hint: "check that it is a table")
        case .tooLong(let line, let count):
            self.init(
                line: line,
                text: "has a cell of \(count) bytes, and no number or class is that long",
                hint: "check its quotes and line ends")
        case .interrupted: self.init(line: 0, text: "interrupted", hint: "")
        }
    }
}
