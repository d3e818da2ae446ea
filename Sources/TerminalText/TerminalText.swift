/// Text as a terminal may show it: nothing in it acts on the terminal, and its size is in columns.
package enum TerminalText {
    // MARK: - Characters

    /// The text with control characters made visible (`\x1b`), so that none acts on the terminal.
    package static func printable(_ text: String) -> String {
        if isPlain(text) { return text }
        var result = ""
        for scalar in text.unicodeScalars {
            if scalar == "\t" {
                result += "    "
            } else if isControl(scalar) {
                result += "\\x" + (scalar.value < 16 ? "0" : "") + String(scalar.value, radix: 16)
            } else if turnsDirection(scalar) {
                result += "\\u{" + String(scalar.value, radix: 16) + "}"
            } else {
                result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    /// The text without control characters and without marks that turn the direction of writing.
    package static func clean(_ text: String) -> String {
        String(
            String.UnicodeScalarView(
                text.unicodeScalars.filter { !isControl($0) && !turnsDirection($0) }))
    }

    /// Whether it is printable ASCII, as most text is: a column a byte.
    private static func isPlain(_ text: String) -> Bool {
        text.utf8.allSatisfy { (0x20..<0x7F).contains($0) }
    }

    private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value < 0x20 || (0x7F..<0xA0).contains(scalar.value)
    }

    /// Whether a scalar changes the direction of what stands after it.
    package static func turnsDirection(_ scalar: Unicode.Scalar) -> Bool {
        [0x061C, 0x200E, 0x200F].contains(scalar.value) || (0x202A...0x202E).contains(scalar.value)
            || (0x2066...0x2069).contains(scalar.value)
    }

    // MARK: - Columns

    /// Columns that printable text takes.
    package static func columns(_ text: String) -> Int {
        isPlain(text) ? text.utf8.count : text.reduce(0) { $0 + columns($1) }
    }

    /// Columns of one character: none to two.
    package static func columns(_ character: Character) -> Int {
        CharacterWidth.columns(character)
    }

    /// Columns of one scalar: two for a wide one, none for a mark that joins the one before.
    package static func columns(_ scalar: Unicode.Scalar) -> Int { CharacterWidth.columns(scalar) }

    /// The beginning that fits, with … at its end when anything was cut.
    package static func prefix(_ text: String, columns: Int) -> String {
        guard var kept = clip(Array(text), columns: columns) else { return text }
        while true {
            let cut = String(kept) + (columns > 0 ? "…" : "")
            // What is left can join its neighbour, and take other columns than before.
            guard Self.columns(cut) > columns, kept.popLast() != nil else { return cut }
        }
    }

    /// The end that fits, with … at its beginning when anything was cut.
    package static func suffix(_ text: String, columns: Int) -> String {
        guard var kept = clip(text.reversed(), columns: columns) else { return text }
        while true {
            let cut = "…" + String(kept.reversed())
            guard Self.columns(cut) > columns, kept.popLast() != nil else { return cut }
        }
    }

    /// The characters from the first on that fit beside an ellipsis; nil when all of them fit.
    private static func clip(_ text: [Character], columns limit: Int) -> [Character]? {
        var used = 0
        var kept: [Character] = []
        for character in text {
            used += columns(character)
            if used > limit { return kept }
            if used <= limit - 1 { kept.append(character) }
        }
        return nil
    }

    // MARK: - Layout

    package enum Alignment: Sendable { case left, centre, right }

    /// Clean text, cut or padded to exactly `columns`.
    package static func fit(
        _ text: String, columns: Int, _ alignment: Alignment = .left
    ) -> String {
        pad(prefix(clean(text), columns: columns), columns: columns, alignment)
    }

    /// Padded to at least `columns`.
    package static func pad(_ text: String, columns: Int, _ alignment: Alignment = .left) -> String
    {
        let room = max(0, columns - Self.columns(text))
        let before =
            switch alignment {
            case .left: 0
            case .centre: room / 2
            case .right: room
            }
        let padded =
            String(repeating: " ", count: before) + text
            + String(repeating: " ", count: room - before)
        // A sign that belongs to what follows it takes the first space in.
        return padded + String(repeating: " ", count: max(0, columns - Self.columns(padded)))
    }
}
