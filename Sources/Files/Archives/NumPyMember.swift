/// One array as a `.npy` member: a magic number, a header in Python's syntax, the items.
extension NumPyArchive.Content {
    /// Version 1.0, in C order: float32, or text of as many scalars as the longest has.
    func member() throws(FileError) -> [UInt8] {
        var bytes: [UInt8]
        switch self {
        case .numbers(let shape, let values):
            bytes = Self.header(type: "<f4", shape: shape)
            bytes.reserveCapacity(bytes.count + values.count * 4)
            for (index, value) in values.enumerated() {
                try Interruptible.check(turn: index)
                Self.append(value.bitPattern, to: &bytes)
            }
        case .texts(let texts):
            let length = max(texts.map(\.unicodeScalars.count).max() ?? 0, 1)
            bytes = Self.header(type: "<U\(length)", shape: [texts.count])
            for text in texts {
                var left = length
                for scalar in text.unicodeScalars {
                    Self.append(scalar.value, to: &bytes)
                    left -= 1
                }
                bytes += [UInt8](repeating: 0, count: 4 * left)
            }
        }
        return bytes
    }

    private static func append(_ bits: UInt32, to bytes: inout [UInt8]) {
        for shift: UInt32 in [0, 8, 16, 24] {
            bytes.append(UInt8(truncatingIfNeeded: bits >> shift))
        }
    }

    private static func header(type: String, shape: [Int]) -> [UInt8] {
        let sizes = shape.map(String.init).joined(separator: ", ") + (shape.count == 1 ? "," : "")
        var header = "{'descr': '\(type)', 'fortran_order': False, 'shape': (\(sizes)), }"
        // NumPy aligns the numbers to 64 bytes; ten bytes stand before the header.
        while (10 + header.utf8.count + 1) % 64 != 0 { header += " " }
        header += "\n"
        return NumPyHeader.magic + [1, 0]
            + LittleEndian.bytes(UInt32(header.utf8.count), 2) + header.utf8
    }
}
