#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Text in encodings other than Unicode's.
package enum TextEncoding {
    /// The bytes' text; nil where they are none in that encoding or the system does not know it.
    package static func text(_ bytes: [UInt8], encoding: String) -> String? {
        guard let converter = unsafe iconv_open("UTF-8", encoding),
            Int(bitPattern: converter) != -1
        else { return nil }
        defer { unsafe iconv_close(converter) }
        var input = bytes.map { CChar(bitPattern: $0) }
        var output = [CChar](repeating: 0, count: bytes.count * 3)
        var (inputLeft, outputLeft) = (input.count, output.count)
        let count = unsafe input.withUnsafeMutableBufferPointer { source in
            unsafe output.withUnsafeMutableBufferPointer { target in
                // Both ends and counts belong to the arrays; iconv goes no further.
                var (from, to) = (source.baseAddress, target.baseAddress)
                return unsafe iconv(converter, &from, &inputLeft, &to, &outputLeft)
            }
        }
        // iconv's failure is the largest number of its type, which arrives as -1.
        guard count != -1, inputLeft == 0 else { return nil }
        let written = output.prefix(output.count - outputLeft).map { UInt8(bitPattern: $0) }
        return String(validating: written, as: UTF8.self)
    }
}
