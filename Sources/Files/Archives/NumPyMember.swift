/// One `.npy` member: a magic number, a header in Python's syntax, the numbers.
extension NumPyArchive.Array {
    static let magic: [UInt8] = [0x93] + Array<UInt8>("NUMPY".utf8)

    /// The array as version 1.0, little-endian float32, C order.
    func member() throws(FileError) -> [UInt8] {
        let sizes = shape.map(String.init).joined(separator: ", ") + (shape.count == 1 ? "," : "")
        var header = "{'descr': '<f4', 'fortran_order': False, 'shape': (\(sizes)), }"
        // NumPy aligns the numbers to 64 bytes; ten bytes stand before the header.
        while (10 + header.utf8.count + 1) % 64 != 0 { header += " " }
        header += "\n"
        var bytes =
            Self.magic + [1, 0] + LittleEndian.bytes(UInt32(header.utf8.count), 2) + header.utf8
        bytes.reserveCapacity(bytes.count + values.count * 4)
        for (index, value) in values.enumerated() {
            try Interruptible.check(turn: index)
            let bits = value.bitPattern
            for shift: UInt32 in [0, 8, 16, 24] {
                bytes.append(UInt8(truncatingIfNeeded: bits >> shift))
            }
        }
        return bytes
    }

    /// Versions 1 to 3, little-endian float32, float64 and integers, or bytes, in C order; nil for
    /// everything else.
    init?(member bytes: [UInt8]) throws(FileError) {
        guard let header = Header(bytes), bytes.count == header.size else { return nil }
        self.init(shape: header.shape, values: try header.type.values(bytes[header.length...]))
    }
}
