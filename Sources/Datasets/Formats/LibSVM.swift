package import Declarations
package import Files
import Numeric
import Platform

/// LIBSVM's sparse text format: `label column:value column:value …` a line, columns from 1 and
/// ascending, `#` before a comment (Chang and Lin 2011); gzipped or not.
package enum LibSVM: DatasetSource {
    package static let name = "libsvm"
    package static let summary = "sparse rows as text: label column:value …"
    package static let location: String? = "a file of LIBSVM's format"
    package static let endings = [".libsvm", ".svm"]

    private static let features = Parameter.count(
        "d", default: 0, in: 0...10_000_000, "how many features (by default the largest column)")
    package static let settings: [any AnyParameter] = [features]

    private static let sizeLimit = 16 << 30

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
        var reader = LibSVMReader(storage, path: path)
        try reader.readAll()
        guard !reader.labels.isEmpty else { throw FileError("\(path) has no rows") }
        let wanted = request[features]
        guard wanted == 0 || wanted >= reader.dimension else {
            throw FileError(
                "\(path) has a column \(reader.dimension), and d is \(wanted)",
                hint: "leave d out")
        }
        let distinct = Array(Set(reader.labels)).sorted()
        guard distinct.count <= 10_000 else {
            throw FileError(
                "\(path) has \(distinct.count) different labels, as if they were no classes")
        }
        let numbers = Dictionary(
            uniqueKeysWithValues: distinct.enumerated().map { ($1, Int32($0)) })
        let rows = SparseRows(
            dimension: max(reader.dimension, wanted), starts: reader.starts,
            columns: reader.columns, values: reader.values)
        return try Dataset(
            name: String(path.split(separator: "/").last ?? "rows"), features: .sparse(rows),
            labels: reader.labels.map { numbers[$0] ?? 0 },
            classNames: distinct.map {
                $0 == $0.rounded() && abs($0) < 1e15 ? String(Int($0)) : String($0)
            })
    }
}

/// Reads the whole file, byte after byte.
private struct LibSVMReader {
    private let bytes: ByteStorage
    private let path: String
    private var position = 0
    private var line = 1
    private(set) var labels: [Double] = []
    private(set) var starts = [0]
    private(set) var columns: [Int32] = []
    private(set) var values: [Float] = []
    /// The largest column.
    private(set) var dimension = 0

    private static let largestColumn = 10_000_000

    init(_ bytes: ByteStorage, path: String) {
        self.bytes = bytes
        self.path = path
    }

    mutating func readAll() throws(FileError) {
        while position < bytes.count {
            try readLine()
            line += 1
        }
    }

    private mutating func readLine() throws(FileError) {
        skipSpaces()
        defer { skipLine() }
        guard let first = word(until: []) else { return }
        guard let label = Double(first), label.isFinite else {
            throw problem("begins with '\(first.prefix(20))', which is no number")
        }
        var last = 0
        while true {
            skipSpaces()
            guard let column = word(until: [UInt8(ascii: ":")]) else { break }
            // Ranking data has query ids, which are no features.
            let isQuery = column == "qid"
            guard position < bytes.count, bytes[position] == UInt8(ascii: ":") else {
                throw problem("has '\(column.prefix(20))' where column:value belongs")
            }
            position += 1
            let text = word(until: []) ?? ""
            if isQuery { continue }
            guard let number = Int(column), number >= 1, number <= Self.largestColumn else {
                throw problem(
                    "has column '\(column.prefix(20))'; columns are whole numbers from 1 to 10 million"
                )
            }
            guard number > last else {
                throw problem("has column \(number) after column \(last); columns ascend")
            }
            guard let value = Float(text), value.isFinite else {
                throw problem("has '\(text.prefix(20))' in column \(number), which is not a number")
            }
            last = number
            if value != 0 {
                columns.append(Int32(number - 1))
                values.append(value)
            }
        }
        dimension = max(dimension, last)
        labels.append(label)
        starts.append(values.count)
    }

    private func problem(_ text: String) -> FileError {
        FileError("\(path) line \(line) \(text)", hint: "mend or remove the line")
    }

    private mutating func skipSpaces() {
        while position < bytes.count, [32, 9, 13].contains(bytes[position]) { position += 1 }
    }

    private mutating func skipLine() {
        while position < bytes.count, bytes[position] != 10 { position += 1 }
        position += 1
    }

    /// What stands before white space, a comment or one of some bytes; nil where nothing does.
    private mutating func word(until ends: [UInt8]) -> String? {
        let begin = position
        while position < bytes.count {
            let byte = bytes[position]
            if byte <= 32 || byte == UInt8(ascii: "#") || ends.contains(byte) { break }
            position += 1
        }
        guard position > begin else { return nil }
        return unsafe bytes.withBytes {
            unsafe String(decoding: $0[begin..<position], as: UTF8.self)
        }
    }
}
