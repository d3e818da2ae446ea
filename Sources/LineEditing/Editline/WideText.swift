import CEditline

/// Text as libedit takes it: wide characters with a final zero.
enum WideText {
    static func units(_ text: String) -> [wchar_t] {
        text.unicodeScalars.map { wchar_t(bitPattern: $0.value) } + [0]
    }

    static func spaces(_ count: Int) -> [wchar_t] {
        [wchar_t](repeating: 0x20, count: count) + [0]
    }

    /// Text that stays where it is for as long as the program runs.
    static func lasting(_ text: String) -> UnsafePointer<wchar_t> {
        let units = units(text)
        let copy = UnsafeMutablePointer<wchar_t>.allocate(capacity: units.count)
        unsafe copy.initialize(from: units, count: units.count)
        return unsafe UnsafePointer(copy)
    }

    /// Wide characters from a pointer on; what is no character is left out.
    @unsafe
    static func scalars(_ start: UnsafePointer<wchar_t>, count: Int) -> [Unicode.Scalar] {
        (0..<max(0, count)).compactMap { index in
            unsafe Unicode.Scalar(UInt32(bitPattern: start[index]))
        }
    }
}
