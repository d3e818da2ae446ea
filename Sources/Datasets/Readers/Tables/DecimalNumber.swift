import Numeric

/// A decimal number in text: the bits that the C library's `strtof` gives.
enum DecimalNumber {
    static let longest = 400

    /// The number that the bytes of a range are; nil where they are something else. What is too large
    /// is infinite.
    static func float(_ text: Span<UInt8>, _ range: Range<Int>) -> Float? {
        var place = range.lowerBound
        if let number = plain(text, &place, before: range.upperBound), place == range.upperBound {
            return number
        }
        guard !range.isEmpty, range.count <= longest else { return nil }
        var word = ""
        for place in range { word.unicodeScalars.append(Unicode.Scalar(text[place])) }
        return Float(word)
    }

    /// The finite number that begins at a place, which moves behind it; nil where none begins there, and
    /// for the few numbers whose last bit needs more care.
    static func plain(_ text: Span<UInt8>, _ place: inout Int, before end: Int) -> Float? {
        DecimalKernels.number(text, at: &place, before: end)
    }
}
