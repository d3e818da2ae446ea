@_spi(_Unicode) import Swift

/// The rules for every character of a copied text, inside strings and comments too: one kind of
/// line end, nothing that acts on a terminal, nothing that cannot be seen.
enum HarmlessText {
    static func strip(_ text: String) -> Normalizer.Result {
        var stripper = Stripper(input: Array(text.unicodeScalars))
        stripper.run()
        let composed = String(String.UnicodeScalarView(stripper.output)).precomposed
        var result = Normalizer.Result(text: composed, changes: stripper.changes)
        if stripper.bidi > 0 {
            result.warnings.append(
                "\(stripper.bidi) characters that reorder text on the screen were removed: "
                    + "read what is left before you run it")
        }
        if stripper.sequences > 0 {
            result.warnings.append(
                "\(stripper.sequences) terminal escape sequences were removed")
        }
        return result
    }

    private struct Stripper {
        let input: [Unicode.Scalar]
        var index = 0
        var output: [Unicode.Scalar] = []
        var changes: [NormalizerChange: Int] = [:]
        var bidi = 0
        var sequences = 0

        func scalar(_ offset: Int) -> Unicode.Scalar? {
            index + offset < input.count ? input[index + offset] : nil
        }

        mutating func run() {
            output.reserveCapacity(input.count)
            while let next = scalar(0) {
                switch next.value {
                case 0x0D, 0x0A:
                    // CR LF and LF CR are one line end each; two of a kind are two.
                    let second = scalar(1)
                    let isPair = second != next && (second == "\n" || second == "\r")
                    output.append("\n")
                    index += isPair ? 2 : 1
                case 0x0B, 0x0C, 0x85, 0x2028, 0x2029:
                    output.append("\n")
                    index += 1
                case 0x09:
                    output.append(next)
                    index += 1
                case 0x1B, 0x90, 0x98, 0x9B, 0x9D, 0x9E, 0x9F:
                    skipSequence()
                    sequences += 1
                case 0..<0x20, 0x7F..<0xA0:
                    remove(.escapes)
                case 0x202A...0x202E, 0x2066...0x2069:
                    bidi += 1
                    remove(.invisible)
                case 0x200C...0x200D where isBetweenLetters:
                    output.append(next)
                    index += 1
                case 0xAD, 0x200B...0x200F, 0x2060...0x2064, 0xFEFF:
                    remove(.invisible)
                default:
                    output.append(next)
                    index += 1
                }
            }
        }

        /// A joiner makes one sign of two emoji, or shapes the letters of scripts that are not Latin.
        private var isBetweenLetters: Bool {
            guard let before = output.last, let after = scalar(1) else { return false }
            return before.value >= 0x300 && after.value >= 0x300 && !before.properties.isWhitespace
                && !after.properties.isWhitespace
        }

        private mutating func remove(_ change: NormalizerChange) {
            changes[change, default: 0] += 1
            index += 1
        }

        /// `ESC [ … letter`, `ESC ] … BEL`, `ESC P … ESC \` and `ESC letter`, at most to the end of
        /// the line: what never ends must not take the rest of the text with it.
        private mutating func skipSequence() {
            changes[.escapes, default: 0] += 1
            let first = input[index]
            index += 1
            var kind = first.value
            if first == "\u{1B}" {
                guard let second = scalar(0), (0x20...0x7E).contains(second.value) else { return }
                kind = second.value
                index += 1
                if second.value < 0x30 {
                    if let last = scalar(0), (0x30...0x7E).contains(last.value) { index += 1 }
                    return
                }
            }
            switch Unicode.Scalar(kind) {
            case "[", "\u{9B}":
                while let next = scalar(0), (0x20...0x3F).contains(next.value) { index += 1 }
                if let last = scalar(0), (0x40...0x7E).contains(last.value) { index += 1 }
            case "]", "P", "X", "^", "_", "\u{90}", "\u{98}", "\u{9D}", "\u{9E}", "\u{9F}":
                while let next = scalar(0), next != "\n", next != "\r" {
                    index += 1
                    if next == "\u{7}" || next == "\u{9C}" { return }
                    if next == "\u{1B}" {
                        if scalar(0) == "\\" { index += 1 }
                        return
                    }
                }
            default: return
            }
        }
    }
}

extension String {
    /// This text with combining marks and jamo joined to single characters where they exist (NFC).
    package var precomposed: String {
        unicodeScalars.allSatisfy { $0.value < 0x300 } ? self : String(scalars: _nfc)
    }

    /// This text with its letters and syllables taken apart (NFD).
    package var decomposed: String {
        unicodeScalars.allSatisfy { $0.value < 0x80 } ? self : String(scalars: _nfd)
    }
}
