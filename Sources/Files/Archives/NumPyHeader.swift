/// What stands before the items of a `.npy` file or member.
package struct NumPyHeader: Sendable {
    package let type: NumPyType
    /// How many items each dimension has.
    package let shape: [Int]
    /// Whether the first index runs fastest, not the last.
    package let isFortranOrdered: Bool
    /// How many items the shape has.
    package let count: Int
    /// Where the items begin.
    package let length: Int
    /// How many bytes header and items have together.
    package let size: Int

    static let magic: [UInt8] = [0x93] + Array("NUMPY".utf8)
    /// More than what NumPy writes for any array that is read.
    package static let longest = 1 << 12

    /// Of a file's first bytes; nil where they are no header of an array that is read.
    init?(_ bytes: [UInt8]) {
        guard bytes.count >= 12, bytes.starts(with: Self.magic) else { return nil }
        let start = bytes[6] >= 2 ? 12 : 10
        let textLength: Int = LittleEndian.number(bytes[8..<start])
        guard textLength <= bytes.count - start else { return nil }
        let text = String(decoding: bytes[start..<start + textLength], as: UTF8.self)
        guard let description = Self.field("descr", of: text, from: "'", to: "'"),
            let type = NumPyType(description),
            let sizes = Self.field("shape", of: text, from: "(", to: ")")
        else { return nil }
        isFortranOrdered = text.contains("'fortran_order': True")
        guard isFortranOrdered || text.contains("'fortran_order': False") else { return nil }
        var shape: [Int] = []
        for size in sizes.split(separator: ",") {
            let digits = size.filter { $0 != " " }
            guard !digits.isEmpty else { continue }
            guard let size = Int(digits) else { return nil }
            shape.append(size)
        }
        guard let count = Self.product(shape) else { return nil }
        (self.type, self.shape, self.count) = (type, shape, count)
        length = start + textLength
        size = length + count * type.width
    }

    /// The type of items that are not read, as NumPy writes it; nil where the bytes are no header.
    static func foreignType(_ bytes: [UInt8]) -> String? {
        guard bytes.starts(with: magic) else { return nil }
        let text = String(decoding: bytes.prefix(longest), as: UTF8.self)
        guard let begin = text.firstRange(of: "'descr': ")?.upperBound,
            let end = text[begin...].firstRange(of: ", 'fortran_order'")?.lowerBound
        else { return nil }
        let type = text[begin..<end].filter { $0 != "'" }
        return type.isEmpty || NumPyType(type) != nil ? nil : String(type.prefix(60))
    }

    /// What to do about items of such a type.
    static func hint(for type: String) -> String {
        type.contains("O")
            ? "save it as numbers or text, not as Python objects"
            : "make it numbers or text, with astype for instance"
    }

    /// What stands between two signs behind a key of the dictionary.
    private static func field(
        _ key: String, of text: String, from open: Character, to close: Character
    ) -> Substring? {
        guard let found = text.firstRange(of: "'\(key)':") else { return nil }
        let rest = text[found.upperBound...].drop { $0 == " " }
        guard rest.first == open, let end = rest.dropFirst().firstIndex(of: close) else {
            return nil
        }
        return rest[rest.index(after: rest.startIndex)..<end]
    }

    /// How many items the shape has; nil where no memory holds them, or would without its empty sides.
    private static func product(_ shape: [Int]) -> Int? {
        var count = 1
        for size in shape {
            let (product, overflow) = count.multipliedReportingOverflow(by: max(size, 1))
            guard size >= 0, !overflow, product <= 1 << 40 else { return nil }
            count = product
        }
        return shape.contains(0) ? 0 : count
    }
}
