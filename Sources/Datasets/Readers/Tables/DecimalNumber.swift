/// Decimal numbers in text: the bits that the C library's `strtof` gives, only sooner.
enum DecimalNumber {
    private static let powers: [Double] = [
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
        1e17,
        1e18, 1e19, 1e20, 1e21, 1e22,
    ]

    private static let smallPowers: [Float] = [
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10,
    ]

    /// The number that the bytes of a range are; nil where they are something else. What is too large
    /// is infinite.
    static func float(_ text: Span<UInt8>, _ range: Range<Int>) -> Float? {
        var place = range.lowerBound
        let end = range.upperBound
        guard place < end else { return nil }
        let first = text[place]
        let isNegative = first == UInt8(ascii: "-")
        if isNegative || first == UInt8(ascii: "+") { place += 1 }
        guard place < end, mayBegin(text[place]) else { return nil }
        guard let (mantissa, exponent, stop) = digits(text, place..<end) else {
            return slowly(text, range)
        }
        guard stop == end, let value = product(mantissa, exponent) else {
            return slowly(text, range)
        }
        return isNegative ? -value : value
    }

    /// The number that begins at a place, of digits with at most one point among them and a sign before them;
    /// `place` moves behind it. nil where the digits are none or many, or where double precision is not
    /// enough to be sure.
    static func plain(_ text: Span<UInt8>, _ place: inout Int, before end: Int) -> Float? {
        let isNegative = place < end && text[place] == UInt8(ascii: "-")
        if isNegative { place += 1 }
        let begin = place
        var mantissa: UInt64 = 0
        while place < end, text[place] &- 0x30 < 10 {
            mantissa = mantissa &* 10 &+ UInt64(text[place] &- 0x30)
            place += 1
        }
        var count = place - begin
        var decimals = 0
        if place < end, text[place] == UInt8(ascii: ".") {
            place += 1
            let point = place
            while place < end, text[place] &- 0x30 < 10 {
                mantissa = mantissa &* 10 &+ UInt64(text[place] &- 0x30)
                place += 1
            }
            decimals = place - point
            count += decimals
        }
        guard count > 0, count <= 19, let value = product(mantissa, -decimals) else { return nil }
        return isNegative ? -value : value
    }

    /// Digits, a point, and the first letters of `inf`, `nan` and their kind.
    private static func mayBegin(_ byte: UInt8) -> Bool {
        byte &- 0x30 < 10 || byte == UInt8(ascii: ".") || byte | 0x20 == UInt8(ascii: "i")
            || byte | 0x20 == UInt8(ascii: "n")
    }

    /// The digits as a whole number, the power of ten that it is multiplied by, and where they end;
    /// nil for more than nineteen digits, and for none.
    private static func digits(
        _ text: Span<UInt8>, _ range: Range<Int>
    ) -> (mantissa: UInt64, exponent: Int, end: Int)? {
        var mantissa: UInt64 = 0
        var place = range.lowerBound
        var exponent = 0
        var count = 0
        var isFraction = false
        while place < range.upperBound {
            let digit = text[place] &- 0x30
            if digit < 10 {
                mantissa = mantissa &* 10 &+ UInt64(digit)
                count += 1
                if isFraction { exponent -= 1 }
            } else if text[place] == UInt8(ascii: "."), !isFraction {
                isFraction = true
            } else {
                break
            }
            place += 1
        }
        guard count > 0, count <= 19 else { return nil }
        guard place < range.upperBound, text[place] | 0x20 == UInt8(ascii: "e") else {
            return (mantissa, exponent, place)
        }
        guard let (power, end) = power(text, place + 1..<range.upperBound) else { return nil }
        return (mantissa, exponent + power, end)
    }

    /// The whole number behind an `e`, of at most four digits.
    private static func power(_ text: Span<UInt8>, _ range: Range<Int>) -> (Int, end: Int)? {
        guard let first = range.first else { return nil }
        let isNegative = text[first] == UInt8(ascii: "-")
        var place = isNegative || text[first] == UInt8(ascii: "+") ? first + 1 : first
        let start = place
        var power = 0
        while place < range.upperBound, text[place] &- 0x30 < 10, place - start < 4 {
            power = power * 10 + Int(text[place] &- 0x30)
            place += 1
        }
        return place > start ? (isNegative ? -power : power, place) : nil
    }

    /// mantissa·10^exponent, rounded once; nil where double precision is not enough to be sure.
    private static func product(_ mantissa: UInt64, _ exponent: Int) -> Float? {
        if mantissa == 0 { return 0 }
        if mantissa < 1 << 24, exponent <= 0, exponent >= -10 {
            // Both numbers are exact in single precision too.
            return Float(mantissa) / smallPowers[-exponent]
        }
        guard mantissa <= 1 << 53, (-22...22).contains(exponent) else { return nil }
        // Both numbers are exact, so that this is rounded once, to 53 bits.
        let value =
            exponent < 0
            ? Double(mantissa) / powers[-exponent] : Double(mantissa) * powers[exponent]
        // Rounding again, to 24 bits, is right but beside the middle of two such numbers.
        let rest = value.bitPattern & 0x1FFF_FFFF
        let isNearMiddle = rest >= 0x0FFF_FFFF && rest <= 0x1000_0001
        guard !isNearMiddle, value > 1e-37, value < 3e38 else { return nil }
        return Float(value)
    }

    private static func slowly(_ text: Span<UInt8>, _ range: Range<Int>) -> Float? {
        var word = ""
        guard range.count <= 400 else { return nil }
        for place in range { word.unicodeScalars.append(Unicode.Scalar(text[place])) }
        return Float(word)
    }
}
