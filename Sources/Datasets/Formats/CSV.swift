package import Declarations
package import Files
import Numeric
import Platform

/// Comma-separated values (RFC 4180), also with semicolons or tabs, gzipped or not.
package enum CSV: DatasetSource {
    package static let name = "csv"
    package static let summary = "a table of numbers with a column of classes"
    package static let location: String? = "a .csv file"
    package static let endings = [".csv", ".tsv", ".csv.gz", ".tsv.gz"]

    private static let label = Parameter.optionalText(
        "label", .text, "the class column, by name or by number from 1 (default: the last)")
    package static let settings: [any AnyParameter] = [label]

    private static let sizeLimit = 4 << 30

    package static func read(_ request: DatasetRequest) throws(FileError) -> Dataset {
        let path = request.path
        var storage: ByteStorage
        do throws(SystemError) { storage = try ByteStorage(mapping: path) } catch {
            throw FileError(path, error)
        }
        if Gzip.isGzip(storage) {
            storage = ByteStorage(bytes: try Gzip.inflate(storage, path: path, limit: sizeLimit))
        }
        guard storage.count > 0 else { throw FileError("\(path) is empty") }
        if isUTF16(storage) {
            throw FileError("\(path) is UTF-16 text", hint: "save it as UTF-8")
        }
        if let number = decimalComma(storage) {
            throw FileError(
                "\(path) writes numbers with decimal commas, such as \(number)",
                hint: "save it with decimal points, as in "
                    + number.split(separator: ",").joined(separator: "."))
        }
        var reader = CSVReader(storage, path: path)
        guard let first = try reader.next() else { throw FileError("\(path) has no rows") }
        let width = first.count
        guard width >= 2 else {
            throw FileError(
                "\(path) has a single column, so there are no features beside the class",
                hint: "separate columns with , ; or tabs")
        }
        let firstLine = reader.line
        let second = try reader.next()
        let hasHeader = isHeader(first, before: second)
        let names = hasHeader ? first : (1...width).map { "column\($0)" }
        let wanted = request[label]
        let column = try labelColumn(wanted, names: names, path: path)
        var values: [Float] = []
        var words: [String] = []
        func add(_ fields: [String], line: Int, above next: [String]? = nil) throws(FileError) {
            guard fields.count == width else {
                throw FileError(
                    "\(path) line \(line) has \(fields.count) columns instead of \(width)",
                    hint: "mend or remove the line")
            }
            for (index, field) in fields.enumerated() {
                let value = Float(field)
                if index == column, !field.isEmpty {
                    words.append(field)
                } else if index != column, let value, value.isFinite {
                    values.append(value)
                } else {
                    let isWords =
                        values.count < width - 1
                        && next.map { !$0.indices.contains(index) || Float($0[index]) == nil }
                            != false
                    throw complaint(
                        field, "\(path) line \(line)", column: names[index],
                        mayBeClass: wanted == nil && isWords)
                }
            }
        }
        if !hasHeader { try add(first, line: firstLine, above: second) }
        if let second {
            let line = reader.line
            let third = try reader.next()
            try add(second, line: line, above: third)
            if let third { try add(third, line: reader.line) }
        }
        while let fields = try reader.next() { try add(fields, line: reader.line) }
        guard !words.isEmpty else { throw FileError("\(path) has a header and no rows") }
        let classes = classNames(words)
        guard classes.count <= 10_000 else {
            throw FileError(
                "\(path) has \(classes.count) different values in column \(names[column])",
                hint: "choose the class column with label=NAME")
        }
        let numbers = Dictionary(uniqueKeysWithValues: classes.enumerated().map { ($1, Int32($0)) })
        return try Dataset(
            name: String(path.split(separator: "/").last ?? "table"),
            features: .floats(
                FloatRows(Matrix(rows: words.count, columns: width - 1, elements: values))),
            labels: words.map { numbers[$0] ?? 0 }, classNames: classes,
            featureNames: names.enumerated().filter { $0.offset != column }.map(\.element))
    }

    /// Why a cell cannot be taken. `mayBeClass` where the column seems to hold words from its top on.
    private static func complaint(
        _ field: String, _ place: String, column: String, mayBeClass: Bool
    ) -> FileError {
        guard !field.isEmpty else {
            return FileError(
                "\(place) has an empty cell in column \(column)",
                hint: "fill it in, or remove the line")
        }
        let shown = field.prefix(40)
        if Double(field) != nil, field.contains(where: \.isNumber) {
            return FileError(
                "\(place) has \(shown) in column \(column), which is too large for a 32-bit number",
                hint: "measure the column in a larger unit, or remove the line")
        }
        return FileError(
            "\(place) has '\(shown)' in column \(column), which is not a number",
            hint: mayBeClass
                ? "if it is the class, write label=\(column)"
                : "mend or remove the line; only the class may be a word")
    }

    /// Text of two bytes a character, with its mark or with the zeros of Latin letters.
    private static func isUTF16(_ bytes: ByteStorage) -> Bool {
        guard bytes.count >= 2 else { return false }
        let (first, second) = (bytes[0], bytes[1])
        return (first, second) == (0xFF, 0xFE) || (first, second) == (0xFE, 0xFF)
            || (first == 0) != (second == 0)
    }

    /// A number with a decimal comma, where the first two lines separate such with ; or tabs.
    private static func decimalComma(_ bytes: ByteStorage) -> String? {
        var text: [UInt8] = []
        var lines = 0
        while text.count < min(bytes.count, 1 << 16), lines < 2 {
            text.append(bytes[text.count])
            if text.last == UInt8(ascii: "\n") { lines += 1 }
        }
        for line in text.split(separator: UInt8(ascii: "\n")) {
            let fields = line.split { $0 == UInt8(ascii: ";") || $0 == 9 }
            guard fields.count >= 2 else { continue }
            for field in fields {
                let parts = String(decoding: field, as: UTF8.self).split(
                    separator: ",", omittingEmptySubsequences: false)
                if parts.count == 2, Int(parts[0]) != nil, Int("1" + parts[1]) != nil {
                    return parts.joined(separator: ",")
                }
            }
        }
        return nil
    }

    /// A first row with a word above a number is a header.
    private static func isHeader(_ first: [String], before second: [String]?) -> Bool {
        guard let second else { return first.allSatisfy { Float($0) == nil } }
        return zip(first, second).contains { Float($0) == nil && Float($1) != nil }
    }

    private static func labelColumn(_ wanted: String?, names: [String], path: String)
        throws(FileError) -> Int
    {
        guard let wanted else { return names.count - 1 }
        if let index = names.firstIndex(of: wanted) { return index }
        if let number = Int(wanted), (1...names.count).contains(number) { return number - 1 }
        throw FileError(
            "\(path) has no column '\(wanted)'",
            hint: "it has \(names.prefix(12).joined(separator: ", "))")
    }

    /// Each different word once: numbers in their order, words in the alphabet's.
    private static func classNames(_ words: [String]) -> [String] {
        let distinct = Array(Set(words))
        let numbers = distinct.compactMap(Double.init)
        guard numbers.count == distinct.count else { return distinct.sorted() }
        return distinct.sorted { (Double($0) ?? 0, $0) < (Double($1) ?? 0, $1) }
    }
}

/// Reads records one after the other.
private struct CSVReader {
    private let bytes: ByteStorage
    private let path: String
    private var position = 0
    private let separator: UInt8
    /// The line of the record that was read last.
    private(set) var line = 0
    private var nextLine = 1

    init(_ bytes: ByteStorage, path: String) {
        self.bytes = bytes
        self.path = path
        if bytes.count >= 3, bytes[0] == 0xEF, bytes[1] == 0xBB, bytes[2] == 0xBF { position = 3 }
        var counts: [UInt8: Int] = [:]
        var place = position
        while place < bytes.count, bytes[place] != 10, place < 1 << 20 {
            counts[bytes[place], default: 0] += 1
            place += 1
        }
        separator =
            [UInt8(ascii: ","), UInt8(ascii: ";"), 9].max {
                counts[$0, default: 0] < counts[$1, default: 0]
            } ?? 44
    }

    /// The fields of the next record that is not a blank line.
    mutating func next() throws(FileError) -> [String]? {
        while position < bytes.count {
            line = nextLine
            let fields = try record()
            if fields != [""] { return fields }
        }
        return nil
    }

    private mutating func record() throws(FileError) -> [String] {
        var fields: [String] = []
        while true {
            fields.append(try field())
            guard fields.count <= 100_000 else {
                throw FileError("\(path) line \(line) has more than 100 000 columns")
            }
            guard position < bytes.count else { return fields }
            let byte = bytes[position]
            position += 1
            if byte == separator { continue }
            nextLine += 1
            return fields
        }
    }

    /// One field; stops at the separator or at the newline.
    private mutating func field() throws(FileError) -> String {
        while position < bytes.count, bytes[position] == 32 { position += 1 }
        var text: [UInt8] = []
        if position < bytes.count, bytes[position] == UInt8(ascii: "\"") {
            position += 1
            while true {
                guard position < bytes.count else {
                    throw FileError("\(path) line \(line) opens a quote that is never closed")
                }
                let byte = bytes[position]
                position += 1
                if byte == UInt8(ascii: "\"") {
                    guard position < bytes.count, bytes[position] == UInt8(ascii: "\"") else {
                        break
                    }
                    position += 1
                } else if byte == 10 {
                    nextLine += 1
                }
                text.append(byte)
            }
        }
        while position < bytes.count, bytes[position] != separator, bytes[position] != 10 {
            text.append(bytes[position])
            position += 1
        }
        while let last = text.last, last == 32 || last == 13 { text.removeLast() }
        return String(decoding: text, as: UTF8.self)
    }
}
