/// Text as a terminal may show it: nothing in it acts on the terminal, and its size is in columns.
package enum TerminalText {
    // MARK: - Characters

    /// The text with control characters made visible (`\x1b`), so that none acts on the terminal.
    package static func printable(_ text: String) -> String {
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

    private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value < 0x20 || (0x7F..<0xA0).contains(scalar.value)
    }

    private static func turnsDirection(_ scalar: Unicode.Scalar) -> Bool {
        [0x200E, 0x200F].contains(scalar.value) || (0x202A...0x202E).contains(scalar.value)
            || (0x2066...0x2069).contains(scalar.value)
    }

    // MARK: - Columns

    /// Columns that printable text takes.
    package static func columns(_ text: String) -> Int { text.reduce(0) { $0 + columns($1) } }

    /// Columns of one character: none to two.
    package static func columns(_ character: Character) -> Int {
        CharacterWidth.columns(character)
    }

    /// Columns of one scalar: two for a wide one, none for a mark that joins the one before.
    package static func columns(_ scalar: Unicode.Scalar) -> Int { CharacterWidth.columns(scalar) }

    /// The beginning that fits, with … where something was cut.
    package static func prefix(_ text: String, columns: Int) -> String {
        clip(text, columns: columns).map { $0 + (columns > 0 ? "…" : "") } ?? text
    }

    /// The end that fits, with … where something was cut.
    package static func suffix(_ text: String, columns: Int) -> String {
        clip(String(text.reversed()), columns: columns).map { "…" + String($0.reversed()) } ?? text
    }

    /// What fits beside an ellipsis; nil when all of it fits.
    private static func clip(_ text: String, columns limit: Int) -> String? {
        var used = 0
        var kept = ""
        for character in text {
            used += columns(character)
            if used > limit { return kept }
            if used <= limit - 1 { kept.append(character) }
        }
        return nil
    }

    // MARK: - Layout

    package enum Alignment: Sendable { case left, centre, right }

    /// Cut or padded to exactly some columns.
    package static func fit(
        _ text: String, columns: Int, _ alignment: Alignment = .left
    ) -> String {
        pad(prefix(clean(text), columns: columns), columns: columns, alignment)
    }

    /// Padded to at least some columns.
    package static func pad(_ text: String, columns: Int, _ alignment: Alignment = .left) -> String
    {
        let room = max(0, columns - Self.columns(text))
        let before =
            switch alignment {
            case .left: 0
            case .centre: room / 2
            case .right: room
            }
        return String(repeating: " ", count: before) + text
            + String(repeating: " ", count: room - before)
    }

    /// Lines that fit, broken between words; what follows the first stands under the line's last
    /// wide gap, such as the explanation of an option, or a little further in than its beginning.
    package static func wrap(_ line: String, columns limit: Int) -> [String] {
        guard columns(line) > limit else { return [line] }
        let margin = String(repeating: " ", count: hang(of: line, limit: limit))
        var lines: [String] = []
        var current = String(line.prefix { $0 == " " })
        var gap = ""
        for word in words(line) {
            if word.first == " " {
                gap = word
            } else if columns(current + gap + word) > limit, current.contains(where: { $0 != " " })
            {
                lines.append(current)
                current = margin + word
                gap = ""
            } else {
                current += gap + word
                gap = ""
            }
        }
        return lines + [current]
    }

    /// Runs of spaces and runs of other characters, after the line's indentation.
    private static func words(_ line: String) -> [String] {
        var runs: [String] = []
        for character in line.drop(while: { $0 == " " }) {
            if let last = runs.last, (last.first == " ") == (character == " ") {
                runs[runs.count - 1].append(character)
            } else {
                runs.append(String(character))
            }
        }
        return runs
    }

    /// Where further lines begin.
    private static func hang(of line: String, limit: Int) -> Int {
        var column = 0
        var spaces = 0
        var begin = 0
        var gap: Int?
        for character in line {
            if character == " " {
                spaces += 1
            } else {
                if column == spaces {
                    begin = column
                } else if spaces >= 2, column < limit / 2 {
                    gap = column
                }
                spaces = 0
            }
            column += columns(character)
        }
        return gap ?? min(begin + 2, limit / 2)
    }
}
