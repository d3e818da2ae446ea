/// A 64-bit fingerprint of words in order. It finds accidents; it does not resist forgery.
package struct Digest: Sendable {
    package private(set) var value: UInt64 = 0x9E37_79B9_7F4A_7C15

    package init() {}

    /// One round of multiply and shift, as in MurmurHash3's finalizer.
    package mutating func add(_ word: UInt64) {
        value = (value ^ word) &* 0xFF51_AFD7_ED55_8CCD
        value ^= value >> 32
    }

    package mutating func add(_ text: String) {
        add(UInt64(text.utf8.count))
        for byte in text.utf8 { add(UInt64(byte)) }
    }

    package mutating func add(_ numbers: [Float]) {
        for number in numbers { add(UInt64(number.bitPattern)) }
    }

    /// Sixteen hexadecimal digits after an `x`, so that it never reads as a number.
    package var text: String {
        let digits = String(value, radix: 16)
        return "x" + String(repeating: "0", count: 16 - digits.count) + digits
    }
}
