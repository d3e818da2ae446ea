/// Addresses of links and pictures.
enum MarkdownAddress {
    /// With what an address cannot hold percent-encoded; nil for one that could run a program or read
    /// files: notes may come from strangers.
    static func encoded(_ address: String) -> String? {
        let start = address.lowercased().drop { $0.isWhitespace }
        let isDangerous = ["javascript:", "vbscript:", "file:", "data:"].contains(
            where: start.hasPrefix)
        let isPicture = ["gif", "png", "jpeg", "webp"].contains {
            start.hasPrefix("data:image/\($0);")
        }
        guard !isDangerous || isPicture else { return nil }
        let bytes = Array(address.utf8)
        var result = ""
        for (index, byte) in bytes.enumerated() {
            if isAllowed(byte) || byte == UInt8(ascii: "%") && isEncoded(bytes[(index + 1)...]) {
                result.unicodeScalars.append(Unicode.Scalar(byte))
            } else {
                result += "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
            }
        }
        return result
    }

    private static func isAllowed(_ byte: UInt8) -> Bool {
        switch Unicode.Scalar(byte) {
        case "a"..."z", "A"..."Z", "0"..."9": true
        case let mark: ";/?:@&=+$,-_.!~*'()#".unicodeScalars.contains(mark)
        }
    }

    /// Whether two hexadecimal digits follow a percent sign.
    private static func isEncoded(_ rest: ArraySlice<UInt8>) -> Bool {
        rest.count >= 2 && rest.prefix(2).allSatisfy { Character(Unicode.Scalar($0)).isHexDigit }
    }
}
