import LineEditing

/// The bytes of a terminal as keys and pastes: however they are cut, none is taken for ever.
enum KeysTarget: FuzzTarget {
    static let name = "keys"
    static let words = [
        "\u{1B}[200~", "\u{1B}[201~", "\u{1B}[A", "\u{1B}OA", "\u{1B}[1;5C", "\u{1B}]0;t\u{7}",
        "\u{1B}[6;3R", "\u{1B}[27;5;13~", "\u{1B}[13;2u", "\u{1B}\u{1B}", "안",
    ]

    static func take(_ bytes: [UInt8]) {
        guard let first = bytes.first else { return }
        let whole = events(of: [Array(bytes.dropFirst())])
        let parts = parts(of: bytes.dropFirst(), size: Int(first) % 16 + 1)
        promise(events(of: parts) == whole, "what arrives in parts is something else")
    }

    /// Parts of at least that many bytes; the two bytes of one line end arrive together.
    private static func parts(of bytes: ArraySlice<UInt8>, size: Int) -> [[UInt8]] {
        var parts: [[UInt8]] = []
        for byte in bytes {
            if let last = parts.last, last.count < size || byte == 0x0A && last.last == 0x0D {
                parts[parts.count - 1].append(byte)
            } else {
                parts.append([byte])
            }
        }
        return parts
    }

    /// The events of bytes that arrive in parts, without a pause in between.
    private static func events(of parts: [[UInt8]]) -> [InputEvent] {
        var decoder = KeyDecoder()
        var events: [InputEvent] = []
        func take() {
            while case .event(let event) = decoder.next() {
                if event == .end { return }
                events.append(event)
            }
        }
        for part in parts {
            decoder.feed(part)
            take()
        }
        decoder.end()
        take()
        return events
    }
}
