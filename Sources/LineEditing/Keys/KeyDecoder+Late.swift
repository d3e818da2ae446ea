/// Keys whose escape has come long before the rest, as slow lines bring them.
extension KeyDecoder {
    /// Looks at what comes behind an escape that was taken for a key. The rest of a key's sequence that comes at
    /// once is that key, for nobody types so fast; of one that begins with `[`, which means little behind an
    /// escape, each byte may come late.
    mutating func beginLate() {
        switch bytes[place...].first {
        case UInt8(ascii: "["): mode = .late
        case UInt8(ascii: "O") where Self.late(bytes[place...]) == .key: mode = .late
        default: break
        }
    }

    /// Makes a key of its parts, or leaves them as they are where they are none.
    mutating func takeLate() throws(InputUnit.Incomplete) {
        switch Self.late(bytes[place...]) {
        case .begun where !isFinal:
            throw InputUnit.Incomplete(milliseconds: InputUnitReader.restWait)
        case .key: bytes.insert(0x1B, at: place)
        case .begun, .text: break
        }
        endMode()
    }

    private enum Late { case key, begun, text }

    private static func late(_ bytes: ArraySlice<UInt8>) -> Late {
        let rest = bytes.dropFirst()
        // The Linux console has a second bracket.
        let isSecond = rest.first == UInt8(ascii: "[")
        let end = rest.dropFirst(isSecond ? 1 : 0).firstIndex { (0x40...0x7E).contains($0) }
        let name = String(decoding: rest[..<(end.map { $0 + 1 } ?? rest.endIndex)], as: UTF8.self)
        if end != nil { return Key.named(name) != nil || name == "200~" ? .key : .text }
        return Key.isBegun(by: name) || "200~".hasPrefix(name) ? .begun : .text
    }
}
