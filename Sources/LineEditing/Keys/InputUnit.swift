import Platform

/// The unit that some bytes begin with: a character, a control key or an escape sequence.
struct InputUnit {
    enum Meaning: Equatable {
        case event(InputEvent)
        /// It means nothing here, and is swallowed whole.
        case nothing
        /// The mark before pasted text.
        case beginsPaste
        /// An answer of the terminal's, which goes on until its end mark.
        case beginsAnswer
        /// What kind of terminal it is, which it says after all other answers.
        case endsAnswers
    }

    var meaning: Meaning
    /// In bytes.
    var length: Int

    /// Bytes of which more must come before they have a meaning.
    struct Incomplete: Error, Equatable {
        /// How long their rest may take; nil is any time.
        var milliseconds: Int?
    }
}

/// Finds the first unit of some bytes.
struct InputUnitReader {
    let bytes: ArraySlice<UInt8>
    /// No more bytes come that belong to these.
    let isFinal: Bool
    /// A lone escape is a key.
    let takesEscape: Bool
    let controls: ControlKeys

    /// After an escape that may be a key of its own.
    static let escapeWait = 30
    /// Within what only a terminal sends; its rest may come late on a slow line.
    static let restWait = 500
    private static let characterWait = 100

    /// The first unit of at least one byte.
    func first() throws(InputUnit.Incomplete) -> InputUnit {
        guard let first = bytes.first else { throw InputUnit.Incomplete(milliseconds: nil) }
        if let event = signal(first) { return InputUnit(meaning: .event(event), length: 1) }
        switch first {
        case 0x1B: return try escape()
        case 0x0D, 0x0A:
            // CR LF is one line end.
            let isPair = first == 0x0D && bytes.dropFirst().first == 0x0A
            return InputUnit(meaning: .event(.key(.enter)), length: isPair ? 2 : 1)
        case 0x09: return InputUnit(meaning: .event(.key(.tab)), length: 1)
        case 0x04: return InputUnit(meaning: .event(.key(.endOfFile)), length: 1)
        case 0..<0x80:
            return InputUnit(meaning: .event(.character(Unicode.Scalar(first))), length: 1)
        default: return try character(first)
        }
    }

    /// The byte at a place; nil when it does not come.
    private func byte(_ place: Int, wait: Int) throws(InputUnit.Incomplete) -> UInt8? {
        if place < bytes.count { return bytes[bytes.startIndex + place] }
        guard isFinal else { throw InputUnit.Incomplete(milliseconds: wait) }
        return nil
    }

    private func signal(_ byte: UInt8) -> InputEvent? {
        guard byte > 0, byte < 0x20 else { return nil }
        switch byte {
        case controls.interrupt: return .interrupt
        case controls.suspend: return .suspend
        case controls.quit: return .quit
        default: return nil
        }
    }

    /// One character of UTF-8; bytes that are no character, and characters that cannot be seen, are
    /// dropped.
    private func character(_ first: UInt8) throws(InputUnit.Incomplete) -> InputUnit {
        let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : first >= 0xC2 ? 2 : 0
        var whole = [first]
        while whole.count < length {
            guard let next = try byte(whole.count, wait: Self.characterWait), next & 0xC0 == 0x80
            else { break }
            whole.append(next)
        }
        guard whole.count == length,
            let scalar = String(validating: whole, as: UTF8.self)?.unicodeScalars.first,
            !Self.isInvisible(scalar)
        else { return InputUnit(meaning: .nothing, length: whole.count) }
        return InputUnit(meaning: .event(.character(scalar)), length: length)
    }

    private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        // A zero-width joiner makes one sign of several.
        case 0x80..<0xA0, 0xAD, 0x200B...0x200C, 0x200E...0x200F, 0x2028...0x202E, 0x2060...0x206F,
            0xFEFF:
            true
        default: false
        }
    }

    // MARK: - Escape sequences

    private func escape() throws(InputUnit.Incomplete) -> InputUnit {
        let alone = InputUnit.Meaning.event(.character("\u{1B}"))
        guard let second = try byte(1, wait: Self.escapeWait) else {
            return InputUnit(meaning: takesEscape ? alone : .nothing, length: 1)
        }
        switch second {
        case UInt8(ascii: "["), UInt8(ascii: "O"): return try sequence()
        case UInt8(ascii: "]"), UInt8(ascii: "P"), UInt8(ascii: "_"), UInt8(ascii: "^"):
            return InputUnit(meaning: .beginsAnswer, length: 2)
        case 0x0D, 0x0A: return InputUnit(meaning: .event(.key(.newline)), length: 2)
        case 0x1B: return InputUnit(meaning: .nothing, length: 1)
        case 0x80...: return InputUnit(meaning: takesEscape ? alone : .nothing, length: 1)
        // libedit knows what Alt with a letter means: an escape before it.
        default: return InputUnit(meaning: alone, length: 1)
        }
    }

    /// `ESC [ parameters letter`, `ESC O letter`, and the Linux console's `ESC [ [ letter`.
    private func sequence() throws(InputUnit.Incomplete) -> InputUnit {
        var text: [UInt8] = []
        while text.count < 64 {
            guard let next = try byte(2 + text.count, wait: Self.restWait) else { break }
            text.append(next)
            if text == [UInt8(ascii: "[")] { continue }
            if !(0x20..<0x40).contains(next) { break }
        }
        let length = 2 + text.count
        guard let last = text.last, (0x40...0x7E).contains(last) else {
            return InputUnit(meaning: .nothing, length: length)
        }
        if text == [UInt8(ascii: "M")] { return try mouse(after: length) }
        let name = String(decoding: text, as: UTF8.self)
        if name == "200~" { return InputUnit(meaning: .beginsPaste, length: length) }
        if name.hasPrefix("?"), last == UInt8(ascii: "c") {
            return InputUnit(meaning: .endsAnswers, length: length)
        }
        let key = Key.named(name)
        return InputUnit(meaning: key.map { .event(.key($0)) } ?? .nothing, length: length)
    }

    /// A mouse click is three more bytes.
    private func mouse(after length: Int) throws(InputUnit.Incomplete) -> InputUnit {
        for place in length..<length + 3 {
            guard try byte(place, wait: Self.restWait) != nil else {
                return InputUnit(meaning: .nothing, length: length)
            }
        }
        return InputUnit(meaning: .nothing, length: length + 3)
    }
}
