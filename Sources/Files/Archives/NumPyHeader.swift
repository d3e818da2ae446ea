/// What stands before the numbers of a `.npy` member.
extension NumPyArchive.Array {
    /// More than what NumPy writes for any array of numbers.
    static let longestHeader = 1 << 12

    /// Kinds of numbers that are read.
    enum Number: String, CaseIterable {
        case float = "'<f4'"
        case double = "'<f8'"
        case long = "'<i8'"
        case int = "'<i4'"
        case byte = "'|u1'"

        /// How many bytes a number has.
        var width: Int {
            switch self {
            case .float, .int: 4
            case .double, .long: 8
            case .byte: 1
            }
        }

        /// Bytes as single-precision numbers.
        func values(_ data: ArraySlice<UInt8>) throws(FileError) -> [Float] {
            switch self {
            case .float: try Self.numbers(data) { Float(bitPattern: $0) }
            case .double:
                try Self.numbers(data) { (bits: UInt64) in Float(Double(bitPattern: bits)) }
            case .long: try Self.numbers(data) { (number: Int64) in Float(number) }
            case .int: try Self.numbers(data) { (number: Int32) in Float(number) }
            case .byte: try Self.numbers(data) { (number: UInt8) in Float(number) }
            }
        }

        private static func numbers<Whole: FixedWidthInteger>(
            _ data: ArraySlice<UInt8>, _ convert: (Whole) -> Float
        ) throws(FileError) -> [Float] {
            let width = Whole.bitWidth / 8
            return try Interruptible.map(data.count / width) { index in
                let place = data.startIndex + index * width
                return convert(LittleEndian.number(data[place..<place + width]))
            }
        }
    }

    struct Header {
        let type: Number
        let shape: [Int]
        /// How many numbers the shape has.
        let count: Int
        /// Where the numbers begin.
        let length: Int
        /// How many bytes header and numbers have together.
        let size: Int

        /// Of a member's first bytes; nil where they are no header of an array that is read.
        init?(_ bytes: [UInt8]) {
            guard bytes.count >= 12, bytes.starts(with: magic) else { return nil }
            let start = bytes[6] >= 2 ? 12 : 10
            let textLength: Int = LittleEndian.number(bytes[8..<start])
            guard textLength <= bytes.count - start else { return nil }
            let text = String(decoding: bytes[start..<start + textLength], as: UTF8.self)
            guard text.contains("'fortran_order': False"), let shape = Self.shape(in: text),
                let count = Self.product(shape),
                let type = Number.allCases.first(where: { text.contains($0.rawValue) })
            else { return nil }
            (self.type, self.shape, self.count) = (type, shape, count)
            length = start + textLength
            size = length + count * type.width
        }

        private static func shape(in header: String) -> [Int]? {
            guard let open = header.firstIndex(of: "("),
                let close = header[open...].firstIndex(of: ")")
            else { return nil }
            return header[header.index(after: open)..<close].split(separator: ",").compactMap {
                Int($0.drop { $0 == " " })
            }
        }

        /// How many numbers the shape has; nil where no memory holds them.
        private static func product(_ shape: [Int]) -> Int? {
            var count = 1
            for size in shape {
                let (product, overflow) = count.multipliedReportingOverflow(by: size)
                guard size >= 0, !overflow, product <= 1 << 48 else { return nil }
                count = product
            }
            return count
        }
    }
}
