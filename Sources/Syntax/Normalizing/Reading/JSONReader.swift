/// Reads JSON, and knows the line on which each string begins.
struct JSONReader {
    indirect enum Value {
        case text(String, line: Int)
        case list([Value])
        case record([(key: String, value: Value)])
        /// A number or a word.
        case other(String)

        subscript(_ key: String) -> Value? {
            guard case .record(let fields) = self else { return nil }
            return fields.first { $0.key == key }?.value
        }

        var text: String? {
            if case .text(let text, _) = self { return text }
            return nil
        }
    }

    private let input: [Unicode.Scalar]
    private var index = 0
    private var line: Int

    init(_ input: [Unicode.Scalar], line: Int = 1) { (self.input, self.line) = (input, line) }

    /// The value that a whole text is; nil where it is no JSON.
    static func value(of input: [Unicode.Scalar], line: Int = 1) -> Value? {
        var reader = JSONReader(input, line: line)
        guard let value = reader.value(depth: 0) else { return nil }
        reader.skipSpaces()
        return reader.index == input.count ? value : nil
    }

    private mutating func skipSpaces() {
        while index < input.count, " \t\n\r".unicodeScalars.contains(input[index]) {
            if input[index] == "\n" { line += 1 }
            index += 1
        }
    }

    private mutating func skip(_ scalar: Unicode.Scalar) -> Bool {
        skipSpaces()
        guard index < input.count, input[index] == scalar else { return false }
        index += 1
        return true
    }

    private mutating func value(depth: Int) -> Value? {
        skipSpaces()
        guard index < input.count, depth < 64 else { return nil }
        switch input[index] {
        case "\"":
            let start = line
            return string().map { .text($0, line: start) }
        case "[": return list(depth: depth)
        case "{": return record(depth: depth)
        default:
            let word = input[index...].prefix { !",]} \n\t\r".unicodeScalars.contains($0) }
            index += word.count
            return word.isEmpty ? nil : .other(String(scalars: word))
        }
    }

    private mutating func list(depth: Int) -> Value? {
        index += 1
        var values: [Value] = []
        if skip("]") { return .list(values) }
        while let value = value(depth: depth + 1) {
            values.append(value)
            if skip("]") { return .list(values) }
            guard skip(",") else { return nil }
        }
        return nil
    }

    private mutating func record(depth: Int) -> Value? {
        index += 1
        var fields: [(key: String, value: Value)] = []
        if skip("}") { return .record(fields) }
        while true {
            skipSpaces()
            guard index < input.count, input[index] == "\"", let key = string(), skip(":"),
                let value = value(depth: depth + 1)
            else { return nil }
            fields.append((key, value))
            if skip("}") { return .record(fields) }
            guard skip(",") else { return nil }
        }
    }

    private mutating func string() -> String? {
        var units: [UInt16] = []
        index += 1
        while index < input.count {
            let next = input[index]
            index += 1
            if next == "\"" { return String(decoding: units, as: UTF16.self) }
            if next == "\n" { line += 1 }
            guard next == "\\" else {
                units += String(next).utf16
                continue
            }
            guard let unit = escape() else { return nil }
            units.append(unit)
        }
        return nil
    }

    private mutating func escape() -> UInt16? {
        guard index < input.count else { return nil }
        let sign = input[index]
        index += 1
        switch sign {
        case "n": return 0x0A
        case "t": return 0x09
        case "r": return 0x0D
        case "b": return 0x08
        case "f": return 0x0C
        case "u":
            let digits = input[index...].prefix(4)
            index += digits.count
            return digits.count == 4 ? UInt16(String(scalars: digits), radix: 16) : nil
        default: return UInt16(exactly: sign.value)
        }
    }
}
