/// The items of one array: a part of a mapped file, or of what was unpacked.
package struct NumPyItems: Sendable {
    package let header: NumPyHeader
    package let storage: ByteStorage
    /// Where the items begin in the storage.
    package let offset: Int

    /// Nil where the storage is too short for them.
    init?(header: NumPyHeader, storage: ByteStorage, offset: Int) {
        guard offset >= 0, offset <= storage.count,
            header.count * header.type.width <= storage.count - offset
        else { return nil }
        (self.header, self.storage, self.offset) = (header, storage, offset)
    }

    package var count: Int { header.count }

    /// The items as numbers, the last index running fastest.
    package func numbers() throws(FileError) -> [Float] {
        try storage.withSpan { bytes throws(FileError) in
            var numbers: [Float] = []
            numbers.reserveCapacity(count)
            for index in 0..<count {
                try Interruptible.check(turn: index)
                numbers.append(
                    Float(header.type.number(bytes, at: place(of: index)) ?? .nan))
            }
            return numbers
        }
    }

    /// The items as text, the last index running fastest.
    package func texts() throws(FileError) -> [String] {
        try storage.withSpan { bytes throws(FileError) in
            var texts: [String] = []
            for index in 0..<count {
                try Interruptible.check(turn: index)
                texts.append(header.type.text(bytes, at: place(of: index)))
            }
            return texts
        }
    }

    /// Where the item of a number in C order lies.
    private func place(of index: Int) -> Int {
        guard header.isFortranOrdered, header.shape.count > 1 else {
            return offset + index * header.type.width
        }
        var rest = index
        var stride = 1
        var strides: [Int] = []
        for size in header.shape {
            strides.append(stride)
            stride *= size
        }
        var place = 0
        for (size, stride) in zip(header.shape, strides).reversed() {
            place += rest % size * stride
            rest /= size
        }
        return offset + place * header.type.width
    }
}
