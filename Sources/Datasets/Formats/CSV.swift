import Numeric

/// Comma-separated values (RFC 4180), also with semicolons or tabs, gzipped or not.
package enum CSV: DatasetSource {
    package static let name = "csv"
    package static let summary = "a table of numbers with a column of classes"
    package static let location: String? = "a .csv file"
    package static let settings = [
        Setting("label", .text, "the class column, by name or by number from 1 (default: the last)")
    ]

    private static let sizeLimit = 4 << 30

    package static func read(_ request: DatasetRequest) throws(DatasetError) -> Dataset {
        let path = request.path
        var storage: ByteStorage
        do throws(SystemError) { storage = try ByteStorage(mapping: path) } catch {
            throw DatasetError(path, error)
        }
        if Gzip.isGzip(storage) {
            storage = ByteStorage(bytes: try Gzip.inflate(storage, path: path, limit: sizeLimit))
        }
        guard storage.count > 0 else { throw DatasetError("\(path) is empty") }
        var reader = CSVReader(storage, path: path)
        guard let first = try reader.next() else { throw DatasetError("\(path) has no rows") }
        let width = first.count
        guard width >= 2 else {
            throw DatasetError(
                "\(path) has a single column, so there are no features beside the class",
                hint: "separate columns with , ; or tabs")
        }
        let second = try reader.next()
        let hasHeader = isHeader(first, before: second)
        let names = hasHeader ? first : (1...width).map { "column\($0)" }
        let column = try labelColumn(request.words["label"], names: names, path: path)
        var values: [Float] = []
        var words: [String] = []
        func add(_ fields: [String], line: Int) throws(DatasetError) {
            guard fields.count == width else {
                throw DatasetError(
                    "\(path) line \(line) has \(fields.count) columns instead of \(width)",
                    hint: "mend or remove the line")
            }
            for (index, field) in fields.enumerated() {
                if index == column {
                    words.append(field)
                } else {
                    guard let value = Float(field), value.isFinite else {
                        throw DatasetError(
                            "\(path) line \(line) has '\(field.prefix(40))' in column \(names[index]), which is not a number",
                            hint: index == width - 1 || index == 0
                                ? "if it is the class, write label=\(names[index])"
                                : "mend or remove the line")
                    }
                    values.append(value)
                }
            }
        }
        if !hasHeader { try add(first, line: 1) }
        if let second { try add(second, line: 2) }
        while let fields = try reader.next() { try add(fields, line: reader.line) }
        guard !words.isEmpty else { throw DatasetError("\(path) has a header and no rows") }
        let classes = classNames(words)
        guard classes.count <= 10_000 else {
            throw DatasetError(
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

    /// A first row with a word above a number is a header.
    private static func isHeader(_ first: [String], before second: [String]?) -> Bool {
        guard let second else { return first.allSatisfy { Float($0) == nil } }
        return zip(first, second).contains { Float($0) == nil && Float($1) != nil }
    }

    private static func labelColumn(_ wanted: String?, names: [String], path: String)
        throws(DatasetError) -> Int
    {
        guard let wanted else { return names.count - 1 }
        if let index = names.firstIndex(of: wanted) { return index }
        if let number = Int(wanted), (1...names.count).contains(number) { return number - 1 }
        throw DatasetError(
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
    mutating func next() throws(DatasetError) -> [String]? {
        while position < bytes.count {
            line = nextLine
            let fields = try record()
            if fields != [""] { return fields }
        }
        return nil
    }

    private mutating func record() throws(DatasetError) -> [String] {
        var fields: [String] = []
        while true {
            fields.append(try field())
            guard fields.count <= 100_000 else {
                throw DatasetError("\(path) line \(line) has more than 100 000 columns")
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
    private mutating func field() throws(DatasetError) -> String {
        while position < bytes.count, bytes[position] == 32 { position += 1 }
        var text: [UInt8] = []
        if position < bytes.count, bytes[position] == UInt8(ascii: "\"") {
            position += 1
            while true {
                guard position < bytes.count else {
                    throw DatasetError("\(path) line \(line) opens a quote that is never closed")
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
