import Files

/// What some of a table's records hold: numbers where cells are numbers, and what stands in the others.
struct TablePiece: Sendable {
    /// What was met in a column of features.
    struct Column: Sendable {
        /// Which records have no value, from 0.
        var missing: [Int32] = []
        var words = 0
        /// The first cell that is a word, and its line.
        var firstWord: (text: String, line: Int)?
        var firstMissing: (text: String, line: Int)?
    }

    /// Why the records cannot be read on.
    struct Problem: Sendable {
        var line: Int
        /// After `line N`.
        var text: String
        var hint: String
    }

    /// The numbers of the columns of features, record after record; 0 where there is none.
    var numbers: [Float] = []
    var columns: [Column]
    /// The place of each record's class in `classes`; -1 where it has none.
    var labels: [Int32] = []
    var classes: [String] = []
    /// The line of the first record without a class.
    var firstUnlabelled: Int?
    /// Which records have no class.
    var unlabelled: [Int32] = []
    var records = 0
    /// How many lines the piece has.
    var lines = 0
    var problem: Problem?

    private static let missingWords: Set<String> = [
        "", "?", "NA", "N/A", "n/a", "NaN", "nan", "NULL", "null",
    ]

    static func isMissing(_ word: String) -> Bool { missingWords.contains(word) }

    /// Reads the records that begin in a range of the bytes.
    init(_ bytes: Span<UInt8>, _ range: Range<Int>, _ plan: TablePlan) {
        columns = Array(repeating: Column(), count: plan.features.count)
        var scanner = TableScanner(separator: plan.separator, place: range.lowerBound)
        var classNumbers: [String: Int32] = [:]
        numbers.reserveCapacity(range.count / 4)
        do throws(TableScanner.Problem) {
            while try scanner.next(bytes, before: range.upperBound) {
                if records % 1024 == 0 {
                    do throws(FileError) { try Interruptible.check() } catch {
                        throw .interrupted
                    }
                }
                guard scanner.cells.count == plan.names.count else {
                    problem = Problem(
                        line: scanner.recordLine,
                        text:
                            "has \(scanner.cells.count) columns instead of \(plan.names.count)",
                        hint: "mend or remove the line")
                    return
                }
                guard addNumbers(scanner, bytes, plan) else { return }
                addLabel(scanner, bytes, plan, &classNumbers)
                records += 1
            }
        } catch {
            problem = Self.problem(error)
        }
        lines = scanner.line - 1
    }

    private static func problem(_ problem: TableScanner.Problem) -> Problem {
        switch problem {
        case .openQuote(let line):
            Problem(
                line: line, text: "opens a quote that is never closed",
                hint: "close it, or remove the line")
        case .tooManyColumns(let line):
            Problem(
                line: line, text: "has more than 100 000 columns",
                hint: "check that it is a table")
        case .tooLong(let line, let count):
            Problem(
                line: line,
                text: "has a cell of \(count) bytes, and no number or class is that long",
                hint: "check its quotes and line ends")
        case .interrupted: Problem(line: 0, text: "interrupted", hint: "")
        }
    }

    private mutating func addNumbers(
        _ scanner: TableScanner, _ bytes: Span<UInt8>, _ plan: TablePlan
    ) -> Bool {
        for (slot, column) in plan.features.enumerated() {
            let cell = scanner.cells[column]
            if !cell.isQuoted, plan.decimals == .point,
                let number = DecimalNumber.float(bytes, cell.range)
            {
                if number.isFinite {
                    numbers.append(number)
                    continue
                }
            }
            guard addExceptional(cell.text(in: bytes), slot, column, scanner, plan) else {
                return false
            }
        }
        return true
    }

    /// A quoted number, a missing value or a word; false where the table cannot be read.
    private mutating func addExceptional(
        _ text: String, _ slot: Int, _ column: Int, _ scanner: TableScanner, _ plan: TablePlan
    ) -> Bool {
        if Self.isMissing(text) {
            columns[slot].missing.append(Int32(records))
            if columns[slot].firstMissing == nil {
                columns[slot].firstMissing = (text, scanner.recordLine)
            }
            numbers.append(0)
        } else if let number = Self.number(text, plan), number.isFinite {
            numbers.append(number)
        } else if let number = Self.number(text, plan), number.isInfinite,
            text.contains(where: \.isNumber)
        {
            problem = Problem(
                line: scanner.recordLine,
                text:
                    "has \(text.prefix(40)) in column \(plan.names[column]), which is too large for a 32-bit number",
                hint: "measure the column in a larger unit, or remove the line")
            return false
        } else {
            columns[slot].words += 1
            if columns[slot].firstWord == nil {
                columns[slot].firstWord = (text, scanner.recordLine)
            }
            numbers.append(0)
        }
        return true
    }

    private static func number(_ text: String, _ plan: TablePlan) -> Float? {
        plan.decimals == .comma ? TableDecimals.number(withComma: text) : Float(text)
    }

    private mutating func addLabel(
        _ scanner: TableScanner, _ bytes: Span<UInt8>, _ plan: TablePlan,
        _ classNumbers: inout [String: Int32]
    ) {
        guard let column = plan.label else { return }
        let word = scanner.cells[column].text(in: bytes)
        guard !word.isEmpty else {
            if firstUnlabelled == nil { firstUnlabelled = scanner.recordLine }
            unlabelled.append(Int32(records))
            labels.append(-1)
            return
        }
        if let number = classNumbers[word] {
            labels.append(number)
        } else {
            let number = Int32(classes.count)
            classNumbers[word] = number
            classes.append(word)
            labels.append(number)
        }
    }
}

/// Which column of a table is what.
struct TablePlan: Sendable {
    let separator: UInt8
    let decimals: TableDecimals
    let names: [String]
    /// The columns of features, from 0.
    let features: [Int]
    /// The column of classes; nil for rows without classes.
    let label: Int?
}
