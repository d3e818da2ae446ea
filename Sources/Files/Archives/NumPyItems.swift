/// The items of one array: a part of a mapped file, or of what was unpacked.
package struct NumPyItems: Sendable {
    package let header: NumPyHeader
    package let storage: ByteStorage
    /// Where the items begin in the storage.
    package let offset: Int
    /// What an archive states of these bytes, where that is not compared yet.
    var stated: StatedChecksum?

    /// Nil where the storage is too short for them.
    init?(
        header: NumPyHeader, storage: ByteStorage, offset: Int, stated: StatedChecksum? = nil
    ) {
        guard offset >= 0, offset <= storage.count,
            header.count * header.type.width <= storage.count - offset
        else { return nil }
        (self.header, self.storage, self.offset) = (header, storage, offset)
        self.stated = stated
    }

    package var count: Int { header.count }

    /// Whether the items lie as rows of this machine's single-precision numbers do.
    package var areFloats: Bool {
        header.type.kind == .float && header.type.width == 4 && !header.type.isBigEndian
            && isInOrder
    }

    /// Whether the last index runs fastest.
    private var isInOrder: Bool { !header.isFortranOrdered || header.shape.count <= 1 }

    /// The items as numbers, the last index running fastest.
    package func numbers() throws(FileError) -> [Float] {
        var numbers: [Float] = []
        numbers.reserveCapacity(count)
        var part = [Float](repeating: 0, count: min(count, Self.part))
        for start in stride(from: 0, to: count, by: Self.part) {
            try Interruptible.check()
            let places = start..<min(count, start + Self.part)
            var span = part.mutableSpan
            write(places, to: &span)
            numbers += part[..<places.count]
        }
        return numbers
    }

    /// So many items are read between two looks whether the work is given up.
    package static let part = 1 << 16

    /// Writes some of the items as numbers, of those in C order, to memory that has room for them.
    package func write(_ places: Range<Int>, to numbers: inout MutableSpan<Float>) {
        if isInOrder, let type = header.type.stored {
            let start = offset + places.lowerBound * header.type.width
            storage.write(type, at: start, count: places.count, to: &numbers)
            return
        }
        storage.withSpan { bytes in
            for (index, item) in places.enumerated() {
                numbers[index] = Float(header.type.number(bytes, at: place(of: item)) ?? .nan)
            }
        }
    }

    /// The items as whole numbers; nil where they are not stored as such, or are too large.
    package func wholeNumbers() throws(FileError) -> [Int]? {
        guard [.signed, .unsigned, .boolean].contains(header.type.kind) else { return nil }
        if isInOrder, let type = header.type.stored {
            return try storedWholeNumbers(type)
        }
        return try storage.withSpan { bytes throws(FileError) in
            var numbers: [Int] = []
            numbers.reserveCapacity(count)
            for index in 0..<count {
                try Interruptible.check(turn: index)
                guard let number = header.type.wholeNumber(bytes, at: place(of: index)) else {
                    return nil
                }
                numbers.append(number)
            }
            return numbers
        }
    }

    private func storedWholeNumbers(_ type: StoredNumbers) throws(FileError) -> [Int]? {
        var numbers: [Int] = []
        numbers.reserveCapacity(count)
        var part = [Int](repeating: 0, count: min(count, Self.part))
        for start in stride(from: 0, to: count, by: Self.part) {
            try Interruptible.check()
            let length = min(count - start, Self.part)
            let place = offset + start * header.type.width
            var span = part.mutableSpan
            guard storage.write(type, at: place, count: length, to: &span) else { return nil }
            numbers += part[..<length]
        }
        return numbers
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
