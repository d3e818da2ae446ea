/// A message of Protocol Buffers, written field by field in their wire format.
struct ProtobufMessage {
    private(set) var bytes: [UInt8] = []

    private enum WireType: UInt64 {
        case varint = 0
        case counted = 2
    }

    /// A whole number; a negative one takes ten bytes, as the format wants it.
    mutating func add(_ field: UInt64, _ number: Int) {
        begin(field, .varint)
        varint(UInt64(bitPattern: Int64(number)))
    }

    mutating func add(_ field: UInt64, _ text: String) { add(field, Array(text.utf8)) }

    mutating func add(_ field: UInt64, _ message: ProtobufMessage) { add(field, message.bytes) }

    mutating func add(_ field: UInt64, _ content: [UInt8]) {
        begin(field, .counted)
        varint(UInt64(content.count))
        bytes += content
    }

    private mutating func begin(_ field: UInt64, _ type: WireType) {
        varint(field << 3 | type.rawValue)
    }

    /// Seven bits a byte, the lowest first; the top bit says that another byte follows.
    private mutating func varint(_ number: UInt64) {
        var rest = number
        while rest >= 0x80 {
            bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        bytes.append(UInt8(truncatingIfNeeded: rest))
    }
}
