/// Which bytes a text has, as far as 64 bits tell: what they say it has not, it has not. So most entries of a
/// history are passed over without reading them.
struct LetterSet {
    private var bits: UInt64 = 0

    /// The bytes of a text; spaces are left out, which stand for any letters in a pattern.
    init(_ bytes: some Sequence<UInt8>) {
        for byte in bytes where byte != 0x20 { bits |= 1 << UInt64(byte & 63) }
    }

    func isSuperset(of other: LetterSet) -> Bool { bits & other.bits == other.bits }
}
