import Files

/// The fields of a line; a quoted field may go on over several lines.
struct CSVRecord {
    let fields: [String]
    /// The number of its first line, from 1.
    let line: Int
}

/// Reads CSV text record after record.
struct CSVRecords {
    private let bytes: ByteStorage
    private let path: String
    private let separator: UInt8
    private var position: Int
    private var line = 1

    private static let comma = UInt8(ascii: ",")
    private static let quote = UInt8(ascii: "\"")
    private static let newline = UInt8(ascii: "\n")
    private static let space = UInt8(ascii: " ")
    private static let carriageReturn = UInt8(ascii: "\r")
    private static let mostColumns = 100_000

    init(_ bytes: ByteStorage, path: String) {
        self.bytes = bytes
        self.path = path
        position = Self.markLength(bytes)
        separator = Self.separator(of: bytes, from: position)
    }

    /// The length of UTF-8's byte-order mark, which Excel writes.
    private static func markLength(_ bytes: ByteStorage) -> Int {
        let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
        return bytes.count >= 3 && bytes.bytes(in: 0..<3) == mark ? 3 : 0
    }

    /// The most frequent of comma, semicolon and tab in the first line.
    private static func separator(of bytes: ByteStorage, from start: Int) -> UInt8 {
        var counts: [UInt8: Int] = [:]
        for place in start..<min(bytes.count, 1 << 20) {
            if bytes[place] == newline { break }
            counts[bytes[place], default: 0] += 1
        }
        return [comma, UInt8(ascii: ";"), UInt8(ascii: "\t")].max {
            counts[$0, default: 0] < counts[$1, default: 0]
        } ?? comma
    }

    /// The next record that is not a blank line; nil at the end.
    mutating func next() throws(FileError) -> CSVRecord? {
        while position < bytes.count {
            try Interruptible.check()
            let first = line
            let fields = try fields()
            if fields != [""] { return CSVRecord(fields: fields, line: first) }
        }
        return nil
    }

    private mutating func fields() throws(FileError) -> [String] {
        let first = line
        var fields: [String] = []
        while true {
            fields.append(try field(ofRecordAt: first))
            guard fields.count <= Self.mostColumns else {
                throw FileError("\(path) line \(first) has more than 100 000 columns")
            }
            guard position < bytes.count else { return fields }
            let end = bytes[position]
            position += 1
            if end == separator { continue }
            line += 1
            return fields
        }
    }

    /// One field; stops at the separator or at the newline behind it.
    private mutating func field(ofRecordAt first: Int) throws(FileError) -> String {
        while position < bytes.count, bytes[position] == Self.space { position += 1 }
        guard position < bytes.count, bytes[position] == Self.quote else { return plainText() }
        let quoted = try quotedText(ofRecordAt: first)
        let rest = plainText()
        return rest.isEmpty ? Self.trimmed(quoted) : Self.trimmed(quoted + rest.utf8)
    }

    /// The text up to the separator or the newline, without white space at its end.
    private mutating func plainText() -> String {
        let begin = position
        while position < bytes.count, bytes[position] != separator,
            bytes[position] != Self.newline
        {
            position += 1
        }
        var end = position
        while end > begin, Self.isBlank(bytes[end - 1]) { end -= 1 }
        return bytes.text(in: begin..<end)
    }

    /// The text between quotes, in which two quotes are one.
    private mutating func quotedText(ofRecordAt first: Int) throws(FileError) -> [UInt8] {
        position += 1
        var text: [UInt8] = []
        while position < bytes.count {
            try Interruptible.check(turn: position)
            let byte = bytes[position]
            position += 1
            if byte == Self.quote {
                guard position < bytes.count, bytes[position] == Self.quote else { return text }
                position += 1
            } else if byte == Self.newline {
                line += 1
            }
            text.append(byte)
        }
        throw FileError("\(path) line \(first) opens a quote that is never closed")
    }

    private static func trimmed(_ text: [UInt8]) -> String {
        String(decoding: text.prefix((text.lastIndex { !isBlank($0) } ?? -1) + 1), as: UTF8.self)
    }

    private static func isBlank(_ byte: UInt8) -> Bool { byte == space || byte == carriageReturn }
}
