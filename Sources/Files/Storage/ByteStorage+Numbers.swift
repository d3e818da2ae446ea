/// Kinds of numbers, lowest byte first, that are read without looking at each byte.
enum StoredNumbers {
    case float, double, uint8, int8, uint16, int16, int32, int64
}

extension ByteStorage {
    /// `count` numbers from a place on, in single precision.
    func numbers(_ type: StoredNumbers, at offset: Int, count: Int) -> [Float] {
        switch type {
        case .float:
            convert(offset, count, UInt32.self) { Float(bitPattern: UInt32(littleEndian: $0)) }
        case .double:
            convert(offset, count, UInt64.self) {
                Float(Double(bitPattern: UInt64(littleEndian: $0)))
            }
        case .uint8: convert(offset, count, UInt8.self) { Float($0) }
        case .int8: convert(offset, count, Int8.self) { Float($0) }
        case .uint16: convert(offset, count, UInt16.self) { Float(UInt16(littleEndian: $0)) }
        case .int16: convert(offset, count, Int16.self) { Float(Int16(littleEndian: $0)) }
        case .int32: convert(offset, count, Int32.self) { Float(Int32(littleEndian: $0)) }
        case .int64: convert(offset, count, Int64.self) { Float(Int64(littleEndian: $0)) }
        }
    }

    @inline(__always)
    private func convert<Item: BitwiseCopyable>(
        _ offset: Int, _ count: Int, _ item: Item.Type, _ number: (Item) -> Float
    ) -> [Float] {
        let bytes = unsafe part(offset..<offset + count * MemoryLayout<Item>.stride)
        return unsafe [Float](unsafeUninitializedCapacity: count) { memory, filled in
            // The part has exactly `count` items, at any address.
            for index in 0..<count {
                let place = index * MemoryLayout<Item>.stride
                unsafe memory.initializeElement(
                    at: index, to: number(bytes.loadUnaligned(fromByteOffset: place, as: Item.self))
                )
            }
            filled = count
        }
    }
}
