import Platform

/// The encodings that copied text is saved in.
package enum CopiedBytes {
    /// UTF-8; UTF-16 and UTF-32 where a byte order mark or the zeros in it say so; else Korean
    /// Windows' CP949, or Western Windows' 1252. Nil when it is none.
    package static func text(_ bytes: [UInt8]) -> String? {
        if let text = utf32(bytes) { return text }
        if bytes.starts(with: [0xFF, 0xFE]) {
            return utf16(bytes.dropFirst(2), littleEndian: true)
        }
        if bytes.starts(with: [0xFE, 0xFF]) {
            return utf16(bytes.dropFirst(2), littleEndian: false)
        }
        if bytes.count >= 4, bytes.count.isMultiple(of: 2), bytes.contains(0) {
            if isZero(bytes, from: 1) { return utf16(bytes[...], littleEndian: true) }
            if isZero(bytes, from: 0) { return utf16(bytes[...], littleEndian: false) }
        }
        return String(validating: bytes, as: UTF8.self)
            ?? TextEncoding.text(bytes, encoding: "CP949") ?? western(bytes)
    }

    /// Whether most of every second byte is zero, as in UTF-16 without a byte order mark.
    private static func isZero(_ bytes: [UInt8], from start: Int) -> Bool {
        let places = stride(from: start, to: min(bytes.count, 4096), by: 2)
        return places.count(where: { bytes[$0] == 0 }) * 4 > places.underestimatedCount * 3
    }

    private static func utf32(_ bytes: [UInt8]) -> String? {
        guard bytes.count >= 4, bytes.count.isMultiple(of: 4) else { return nil }
        let isLittle = bytes[2] == 0 && bytes[3] == 0 && bytes[0] != 0
        let isBig = bytes[0] == 0 && bytes[1] == 0 && bytes[3] != 0
        guard isLittle || isBig else { return nil }
        let units = stride(from: 0, to: bytes.count, by: 4).map { start in
            (0..<4).reduce(UInt32(0)) { $0 << 8 | UInt32(bytes[start + (isLittle ? 3 - $1 : $1)]) }
        }
        return String(validating: units, as: UTF32.self)
    }

    /// Windows-1252, which has every byte of Latin-1's letters; a few bytes are no character in it.
    private static func western(_ bytes: [UInt8]) -> String? {
        let isText = bytes.allSatisfy { ![0x81, 0x8D, 0x8F, 0x90, 0x9D, 0xFF, 0].contains($0) }
        return isText ? TextEncoding.text(bytes, encoding: "WINDOWS-1252") : nil
    }

    private static func utf16(_ bytes: ArraySlice<UInt8>, littleEndian: Bool) -> String? {
        guard bytes.count.isMultiple(of: 2) else { return nil }
        let units = stride(from: bytes.startIndex, to: bytes.endIndex, by: 2).map { index in
            let pair = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
            return littleEndian ? pair.1 << 8 | pair.0 : pair.0 << 8 | pair.1
        }
        return String(validating: units, as: UTF16.self)
    }
}
