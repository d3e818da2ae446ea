extension ByteStorage {
    /// A copy of the bytes at `places`.
    package func bytes(in places: Range<Int>) -> [UInt8] { unsafe Array(part(places)) }

    /// The bytes at `places`, or all of them, as UTF-8 text; what is not UTF-8 becomes U+FFFD.
    package func text(in places: Range<Int>? = nil) -> String {
        unsafe String(decoding: part(places ?? 0..<count), as: UTF8.self)
    }

    /// All bytes as text; nil where they are not UTF-8.
    package var validText: String? {
        unsafe String(validating: part(0..<count), as: UTF8.self)
    }
}
