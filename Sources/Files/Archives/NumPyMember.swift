/// One `.npy` member: a magic number, a header in Python's syntax, the numbers.
extension NumPyArchive.Array {
    private static let magic: [UInt8] = [0x93] + Array<UInt8>("NUMPY".utf8)

    /// The array as version 1.0, little-endian float32, C order.
    var member: [UInt8] {
        let sizes = shape.map(String.init).joined(separator: ", ") + (shape.count == 1 ? "," : "")
        var header = "{'descr': '<f4', 'fortran_order': False, 'shape': (\(sizes)), }"
        // NumPy aligns the numbers to 64 bytes; ten bytes stand before the header.
        while (10 + header.utf8.count + 1) % 64 != 0 { header += " " }
        header += "\n"
        var bytes =
            Self.magic + [1, 0] + LittleEndian.bytes(UInt32(header.utf8.count), 2) + header.utf8
        bytes.reserveCapacity(bytes.count + values.count * 4)
        for value in values { bytes += LittleEndian.bytes(value.bitPattern, 4) }
        return bytes
    }

    /// Versions 1 to 3, little-endian float32, float64 and integers, or bytes, in C order; nil for
    /// everything else.
    init?(member bytes: [UInt8]) {
        guard bytes.count >= 12, bytes.starts(with: Self.magic) else { return nil }
        let headerStart = bytes[6] >= 2 ? 12 : 10
        let length: Int = LittleEndian.number(bytes[8..<headerStart])
        guard length <= bytes.count - headerStart else { return nil }
        let dataStart = headerStart + length
        let header = String(decoding: bytes[headerStart..<dataStart], as: UTF8.self)
        let data = bytes[dataStart...]
        guard header.contains("'fortran_order': False"), let shape = Self.shape(in: header),
            let count = Self.product(shape, atMost: data.count),
            let values = Self.values(of: data, count: count, header: header)
        else { return nil }
        self.init(shape: shape, values: values)
    }

    private static func shape(in header: String) -> [Int]? {
        guard let open = header.firstIndex(of: "("),
            let close = header[open...].firstIndex(of: ")")
        else { return nil }
        return header[header.index(after: open)..<close].split(separator: ",").compactMap {
            Int($0.drop { $0 == " " })
        }
    }

    /// How many numbers the shape has; nil where that is more than `limit`.
    private static func product(_ shape: [Int], atMost limit: Int) -> Int? {
        var count = 1
        for size in shape {
            let (product, overflow) = count.multipliedReportingOverflow(by: size)
            guard size >= 0, !overflow, product <= limit else { return nil }
            count = product
        }
        return count
    }

    private static func values(
        of data: ArraySlice<UInt8>, count: Int, header: String
    ) -> [Float]? {
        func numbers<Number: FixedWidthInteger>(_ convert: (Number) -> Float) -> [Float]? {
            let width = Number.bitWidth / 8
            guard data.count == count * width else { return nil }
            return stride(from: data.startIndex, to: data.endIndex, by: width).map {
                convert(LittleEndian.number(data[$0..<$0 + width]))
            }
        }
        if header.contains("'<f4'") { return numbers { Float(bitPattern: $0) } }
        if header.contains("'<f8'") {
            return numbers { (bits: UInt64) in Float(Double(bitPattern: bits)) }
        }
        if header.contains("'<i8'") { return numbers { (number: Int64) in Float(number) } }
        if header.contains("'<i4'") { return numbers { (number: Int32) in Float(number) } }
        if header.contains("'|u1'") { return numbers { (number: UInt8) in Float(number) } }
        return nil
    }
}
