/// Numbers as they are written: `1e-3`, `.5`, `50_000`, `20%`, `64k`, `2M`.
package enum NumberLiteral {
    /// The value of a whole word, with an optional sign; nil when it is not a number.
    package static func value(of word: String) -> Double? {
        var bytes = Array(word.utf8)[...]
        var sign = 1.0
        if let first = bytes.first, first == UInt8(ascii: "-") || first == UInt8(ascii: "+") {
            sign = first == UInt8(ascii: "-") ? -1 : 1
            bytes = bytes.dropFirst()
        }
        guard let (value, length) = prefix(of: bytes), length == bytes.count else { return nil }
        return sign * value
    }

    /// The 20 of `20%`; nil for a word that is no percentage.
    package static func percentage(of word: String) -> Double? {
        guard word.hasSuffix("%"), value(of: word) != nil else { return nil }
        return value(of: String(word.dropLast()))
    }

    /// What a word that is no number was probably meant to be: `1e-3` for `10-3`, whose raised
    /// exponent was lost in copying, and `0.001` for `0,001`.
    package static func repair(of word: String) -> String? {
        let power = word.split(separator: "-", omittingEmptySubsequences: false)
        if power.count == 2, power[0] == "10", (1...2).contains(power[1].count),
            power[1].utf8.allSatisfy(CharacterKind.isDigit)
        {
            return "1e-" + power[1]
        }
        let decimal = word.split(separator: ",", omittingEmptySubsequences: false)
        guard decimal.count == 2, !decimal[1].isEmpty else { return nil }
        let isPlain = decimal.allSatisfy { $0.utf8.allSatisfy(CharacterKind.isDigit) }
        return isPlain && !decimal[0].isEmpty ? decimal[0] + "." + decimal[1] : nil
    }

    /// The number at the start of some bytes, with its length; nil when none starts there.
    static func prefix(of bytes: ArraySlice<UInt8>) -> (value: Double, length: Int)? {
        var index = bytes.startIndex
        func isDigit(at place: Int) -> Bool {
            place < bytes.endIndex && (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[place])
        }
        func isByte(_ character: Unicode.Scalar, at place: Int) -> Bool {
            place < bytes.endIndex && bytes[place] == UInt8(ascii: character)
        }
        func skipDigits() {
            while isDigit(at: index) || (isByte("_", at: index) && isDigit(at: index + 1)) {
                index += 1
            }
        }
        guard isDigit(at: index) || (isByte(".", at: index) && isDigit(at: index + 1)) else {
            return nil
        }
        skipDigits()
        if isByte(".", at: index), isDigit(at: index + 1) {
            index += 1
            skipDigits()
        }
        if isByte("e", at: index) || isByte("E", at: index) {
            var digits = index + 1
            if isByte("+", at: digits) || isByte("-", at: digits) { digits += 1 }
            if isDigit(at: digits) {
                index = digits
                skipDigits()
            }
        }
        let spelled = bytes[bytes.startIndex..<index].filter { $0 != UInt8(ascii: "_") }
        var text = String(decoding: spelled, as: UTF8.self)
        if text.hasPrefix(".") { text = "0" + text }
        guard var value = Double(text), value.isFinite else { return nil }
        func continuesWord(at place: Int) -> Bool {
            place < bytes.endIndex && CharacterKind.isWordByte(bytes[place])
        }
        if isByte("%", at: index), !continuesWord(at: index + 1), !isByte("(", at: index + 1),
            !isByte("$", at: index + 1)
        {
            value /= 100
            index += 1
        } else if isByte("k", at: index), !continuesWord(at: index + 1) {
            value *= 1e3
            index += 1
        } else if isByte("M", at: index), !continuesWord(at: index + 1) {
            value *= 1e6
            index += 1
        }
        return (value, index - bytes.startIndex)
    }
}
