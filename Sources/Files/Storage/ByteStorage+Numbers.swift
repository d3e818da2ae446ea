/// Kinds of numbers, lowest byte first, that are read without looking at each byte.
enum StoredNumbers {
    case float, double, uint8, int8, uint16, int16, int32, int64
}

extension ByteStorage {
    /// Writes `count` numbers from a place on, in single precision, to memory that has room for them.
    func write(
        _ type: StoredNumbers, at offset: Int, count: Int, to numbers: inout MutableSpan<Float>
    ) {
        switch type {
        case .float:
            convert(offset, count, UInt32.self, &numbers) {
                Float(bitPattern: UInt32(littleEndian: $0))
            }
        case .double:
            convert(offset, count, UInt64.self, &numbers) {
                Float(Double(bitPattern: UInt64(littleEndian: $0)))
            }
        case .uint8: convert(offset, count, UInt8.self, &numbers) { Float($0) }
        case .int8: convert(offset, count, Int8.self, &numbers) { Float($0) }
        case .uint16:
            convert(offset, count, UInt16.self, &numbers) { Float(UInt16(littleEndian: $0)) }
        case .int16: convert(offset, count, Int16.self, &numbers) { Float(Int16(littleEndian: $0)) }
        case .int32: convert(offset, count, Int32.self, &numbers) { Float(Int32(littleEndian: $0)) }
        case .int64: convert(offset, count, Int64.self, &numbers) { Float(Int64(littleEndian: $0)) }
        }
    }

    /// Writes `count` whole numbers from a place on to memory that has room for them; false where they are
    /// stored as other numbers.
    func write(
        _ type: StoredNumbers, at offset: Int, count: Int, to numbers: inout MutableSpan<Int>
    ) -> Bool {
        switch type {
        case .float, .double: return false
        case .uint8: convert(offset, count, UInt8.self, &numbers) { Int($0) }
        case .int8: convert(offset, count, Int8.self, &numbers) { Int($0) }
        case .uint16:
            convert(offset, count, UInt16.self, &numbers) { Int(UInt16(littleEndian: $0)) }
        case .int16: convert(offset, count, Int16.self, &numbers) { Int(Int16(littleEndian: $0)) }
        case .int32: convert(offset, count, Int32.self, &numbers) { Int(Int32(littleEndian: $0)) }
        case .int64:
            convert(offset, count, Int64.self, &numbers) {
                Int(truncatingIfNeeded: Int64(littleEndian: $0))
            }
        }
        return true
    }

    @inline(__always)
    private func convert<Item: BitwiseCopyable, Number: BitwiseCopyable>(
        _ offset: Int, _ count: Int, _ item: Item.Type, _ numbers: inout MutableSpan<Number>,
        _ number: (Item) -> Number
    ) {
        precondition(count <= numbers.count, "room for the numbers")
        let bytes = unsafe part(offset..<offset + count * MemoryLayout<Item>.stride)
        unsafe numbers.withUnsafeMutableBufferPointer { memory in
            // The part has exactly `count` items, at any address.
            for index in 0..<count {
                let place = index * MemoryLayout<Item>.stride
                unsafe memory[index] = number(
                    bytes.loadUnaligned(fromByteOffset: place, as: Item.self))
            }
        }
    }
}
