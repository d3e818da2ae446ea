/// Whole numbers as bytes, the lowest byte first.
enum LittleEndian {
    /// The lowest `count` bytes of a number.
    static func bytes(_ value: UInt32, _ count: Int) -> [UInt8] {
        (0..<count).map { UInt8(truncatingIfNeeded: value >> (8 * UInt32($0))) }
    }

    /// The number that bytes hold.
    static func number<Number: FixedWidthInteger>(_ bytes: some Sequence<UInt8>) -> Number {
        bytes.enumerated().reduce(0) {
            $0 | Number(truncatingIfNeeded: $1.element) << (8 * $1.offset)
        }
    }
}
