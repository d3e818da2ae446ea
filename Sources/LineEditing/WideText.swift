/// Text as libedit takes it: wide characters with a final zero.
enum WideText {
    static func units(_ text: String) -> [wchar_t] {
        text.unicodeScalars.map { wchar_t(bitPattern: $0.value) } + [0]
    }

    /// The characters before a pointer's zero, at most `limit`.
    @unsafe
    static func string(_ start: UnsafePointer<wchar_t>, count: Int) -> String {
        var scalars = String.UnicodeScalarView()
        for index in 0..<count {
            if let scalar = unsafe Unicode.Scalar(UInt32(bitPattern: start[index])) {
                scalars.append(scalar)
            }
        }
        return String(scalars)
    }
}

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif
