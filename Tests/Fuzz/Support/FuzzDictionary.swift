/// libFuzzer's form of a dictionary.
enum FuzzDictionary {
    /// A word as a line of it: what is not a plain ASCII character is written by its bytes.
    static func entry(_ word: String) -> String {
        let escaped = word.utf8.map { byte in
            let isPlain = (0x20..<0x7F).contains(byte) && byte != 0x22 && byte != 0x5C
            guard !isPlain else { return String(UnicodeScalar(byte)) }
            return "\\x" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
        }
        return "\"\(escaped.joined())\""
    }
}
