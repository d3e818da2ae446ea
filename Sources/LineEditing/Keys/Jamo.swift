/// The parts that Korean syllables are written with.
enum Jamo {
    /// A vowel or final consonant, which joins what stands before it.
    static func isTrailing(_ scalar: Unicode.Scalar) -> Bool {
        (0x1160...0x11FF).contains(scalar.value) || (0xD7B0...0xD7FF).contains(scalar.value)
    }
}
