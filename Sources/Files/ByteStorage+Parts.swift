extension ByteStorage {
    /// A copy of the bytes at `places`.
    package func bytes(in places: Range<Int>) -> [UInt8] {
        precondition(places.lowerBound >= 0 && places.upperBound <= count, "bytes of the storage")
        return unsafe withBytes { unsafe Array($0[places]) }
    }

    /// The bytes at `places`, or all of them, as UTF-8 text; what is not UTF-8 becomes U+FFFD.
    package func text(in places: Range<Int>? = nil) -> String {
        let places = places ?? 0..<count
        precondition(places.lowerBound >= 0 && places.upperBound <= count, "bytes of the storage")
        return unsafe withBytes { unsafe String(decoding: $0[places], as: UTF8.self) }
    }
}
