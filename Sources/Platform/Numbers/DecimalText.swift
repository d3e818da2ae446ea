#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Numbers in decimal digits as C's `printf` writes them.
package enum DecimalText {
    package enum Style: String, Sendable {
        /// `%f`: the number of digits behind the point.
        case fixed = "f"
        /// `%e`: one digit before the point, and an exponent.
        case exponent = "e"
        /// `%g`: the number of digits in all; zeros at the end are left out.
        case general = "g"
    }

    package static func text(_ value: Double, _ style: Style, digits: Int) -> String {
        var buffer = [CChar](repeating: 0, count: 400)
        let size = buffer.count
        // Safe: the buffer outlives the call, which writes at most `size` bytes and a final zero.
        let length = unsafe withVaList([value]) { list in
            unsafe vsnprintf(&buffer, size, "%.\(digits)\(style.rawValue)", list)
        }
        let written = buffer.prefix(max(0, min(Int(length), size - 1)))
        return String(decoding: written.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
}
