/// Keys whose escape has come long before the rest, as slow lines bring them.
extension KeyDecoder {
    /// What comes behind an escape that was taken for a key: with the escape again where it is the rest of a
    /// key's sequence, which nobody types at once.
    static func late(_ bytes: [UInt8]) -> [UInt8] {
        guard let first = bytes.first, first == UInt8(ascii: "[") || first == UInt8(ascii: "O"),
            let last = bytes.dropFirst().firstIndex(where: { (0x40...0x7E).contains($0) })
        else { return bytes }
        let name = String(decoding: bytes[1...last], as: UTF8.self)
        return Key.named(name) != nil || name == "200~" ? [0x1B] + bytes : bytes
    }
}
