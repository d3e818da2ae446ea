import Files
import Numeric
import Platform

/// The text of a table as UTF-8.
enum TableText {
    enum Encoding: String, CaseIterable {
        case utf8, cp949, latin1, utf16

        /// The name that iconv knows.
        var converterName: String {
            switch self {
            case .utf8: "UTF-8"
            case .cp949: "CP949"
            // What most programs call Latin-1, with signs from 0x80 on where it has none.
            case .latin1: "CP1252"
            case .utf16: "UTF-16"
            }
        }
    }

    /// The bytes as UTF-8, and which other encoding they were in, where they were.
    ///
    /// - Throws: when they are no text of the encoding that is asked for, or, without one, of no
    ///   encoding beyond doubt.
    static func decoded(
        _ bytes: ByteStorage, path: String, as wanted: Encoding?
    ) throws(FileError) -> (bytes: ByteStorage, encoding: Encoding?) {
        let encoding: Encoding
        if let wanted { encoding = wanted } else { encoding = try guess(bytes, path: path) }
        guard encoding != .utf8 || !isUTF8(bytes) else { return (bytes, nil) }
        guard encoding != .utf8 else {
            throw FileError(
                "\(path) is not UTF-8 text", hint: "add encoding=cp949 or encoding=latin1")
        }
        try MemoryBudget.requestForFile(5 * bytes.count, for: "the text of \(path)")
        let order = encoding == .utf16 ? UTF16Order(bytes) : nil
        let text = TextEncoding.text(
            bytes.bytes(in: 0..<bytes.count), encoding: order?.rawValue ?? encoding.converterName)
        guard let text else {
            throw FileError(
                "\(path) is not text in \(encoding.rawValue)", hint: "choose another encoding=")
        }
        return (ByteStorage(bytes: Array(text.utf8)), encoding)
    }

    private static func guess(_ bytes: ByteStorage, path: String) throws(FileError) -> Encoding {
        if let form = BinaryForm.name(of: bytes) {
            throw FileError(
                "\(path) is \(form) and not text", hint: "save the table in it as CSV in UTF-8")
        }
        if UTF16Order(bytes) != nil { return .utf16 }
        if isUTF8(bytes) { return .utf8 }
        let sample = bytes.bytes(in: 0..<min(bytes.count, 1 << 24))
        if hasUTF16Mark(sample) { return .utf16 }
        switch (isHangul(sample), isLatin(sample)) {
        case (true, false): return .cp949
        case (false, true): return .latin1
        default:
            if let place = sample.firstIndex(of: 0) {
                throw FileError(
                    "\(path) is not text: byte \(place) is 0",
                    hint: "save the table as CSV in UTF-8")
            }
            throw FileError(
                "\(path) is not UTF-8 text, and its encoding is not certain",
                hint: "add encoding=cp949 or encoding=latin1")
        }
    }

    private static func hasUTF16Mark(_ bytes: [UInt8]) -> Bool {
        UTF16Order.marks.contains(where: bytes.starts)
    }

    private static func isUTF8(_ bytes: ByteStorage) -> Bool {
        let size = 4 << 20
        let isValid = Guarded(true)
        Parallel.forEach((bytes.count + size - 1) / size) { piece in
            let range = piece * size..<min(bytes.count, (piece + 1) * size)
            if !bytes.withSpan({ isUTF8($0, range) }) { isValid.with { $0 = false } }
        }
        return isValid.with { $0 }
    }

    /// Whether the scalars that begin in a range are whole.
    private static func isUTF8(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
        var place = range.lowerBound
        // A scalar that begins before the range may end in it.
        if place > 0 {
            var begin = place - 1
            while begin > 0, begin > place - 3, bytes[begin] & 0xC0 == 0x80 { begin -= 1 }
            if bytes[begin] >= 0x80, let length = scalarLength(bytes, at: begin) {
                place = max(place, begin + length)
            }
        }
        while true {
            guard place < range.upperBound, !Abandonment.isRequested else { return true }
            let stretch = place..<min(range.upperBound, place + 4096)
            place = TextKernels.asciiEnd(bytes, stretch)
            while place < stretch.upperBound, bytes[place] >= 0x80 {
                guard let length = scalarLength(bytes, at: place) else { return false }
                place += length
            }
        }
    }

    /// The length of a scalar of two to four bytes; nil where the bytes are none (Unicode, table 3-7).
    private static func scalarLength(_ bytes: Span<UInt8>, at place: Int) -> Int? {
        let first = bytes[place]
        let (length, low, high): (Int, UInt8, UInt8) =
            switch first {
            case 0xC2...0xDF: (2, 0x80, 0xBF)
            case 0xE0: (3, 0xA0, 0xBF)
            case 0xED: (3, 0x80, 0x9F)
            case 0xE1...0xEF: (3, 0x80, 0xBF)
            case 0xF0: (4, 0x90, 0xBF)
            case 0xF1...0xF3: (4, 0x80, 0xBF)
            case 0xF4: (4, 0x80, 0x8F)
            default: (0, 0, 0)
            }
        guard length > 0, place + length <= bytes.count,
            (low...high).contains(bytes[place + 1])
        else { return nil }
        for offset in 2..<max(length, 2) where bytes[place + offset] & 0xC0 != 0x80 { return nil }
        return length
    }

    /// Whether all bytes above 127 come in pairs, most of them syllables of KS X 1001.
    private static func isHangul(_ bytes: [UInt8]) -> Bool {
        var (pairs, syllables, place) = (0, 0, 0)
        while place < bytes.count {
            let first = bytes[place]
            guard first >= 0x80 else {
                place += 1
                continue
            }
            guard (0x81...0xFE).contains(first), place + 1 < bytes.count else {
                return place + 1 == bytes.count && pairs > 0 && syllables * 10 >= pairs * 9
            }
            let second = bytes[place + 1]
            let isTrail =
                second >= 0x81 && second <= 0xFE || (0x41...0x5A).contains(second)
                || (0x61...0x7A).contains(second)
            guard isTrail else { return false }
            pairs += 1
            if (0xB0...0xC8).contains(first), second >= 0xA1 { syllables += 1 }
            place += 2
        }
        return pairs > 0 && syllables * 10 >= pairs * 9
    }

    /// Whether all bytes above 127 are letters or signs of Latin-1, each beside ASCII.
    private static func isLatin(_ bytes: [UInt8]) -> Bool {
        for (place, byte) in bytes.enumerated() where byte >= 0x80 {
            guard byte >= 0xA0 else { return false }
            let before = place > 0 ? bytes[place - 1] : 0
            let after = place + 1 < bytes.count ? bytes[place + 1] : 0
            // Two such letters in a row are rare, and what every syllable of Hangul looks like.
            if before >= 0x80 || after >= 0x80 { return false }
        }
        return true
    }
}
