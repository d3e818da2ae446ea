import Files

/// What stands before the decimals of a table's numbers.
enum TableDecimals {
    case point
    /// As Excel writes in much of Europe, with ; or tabs between the cells.
    case comma

    /// Looks at the first records.
    ///
    /// - Throws: where commas could mark decimals or thousands, and where both signs occur.
    static func of(
        _ records: [[String]], separator: UInt8, path: String
    ) throws(FileError) -> TableDecimals {
        guard separator != UInt8(ascii: ",") else { return .point }
        let cells = records.lazy.flatMap(\.self)
        if let example = cells.first(where: hasPointsBetweenThousands) {
            throw FileError(
                "\(path) has the number \(example), with points between thousands",
                hint: "save it with points for decimals, and without signs between thousands")
        }
        let withComma = cells.filter { parts($0, at: ",") != nil }
        guard let example = withComma.first else { return .point }
        if let other = cells.first(where: { parts($0, at: ".") != nil }) {
            throw FileError(
                "\(path) has numbers with commas, such as \(example), and with points, such as \(other)",
                hint: "save it with points for decimals, and without signs between thousands")
        }
        // 1,234 alone could be either number.
        guard withComma.contains(where: { !mayBeThousands($0) }) else {
            throw FileError(
                "\(path) has the number \(example), whose comma could mark decimals or thousands",
                hint:
                    "save it as \(example.replacing(",", with: ".")), or as \(example.replacing(",", with: ""))"
            )
        }
        return .comma
    }

    /// The number that a cell with a decimal comma is.
    static func number(withComma text: String) -> Float? {
        guard !text.contains(".") else { return nil }
        return Float(text.replacing(",", with: ".", maxReplacements: 1))
    }

    /// Whether a cell is a number in any of these ways.
    static func mayBeNumber(_ text: String) -> Bool {
        Float(text) != nil || parts(text, at: ",") != nil || hasThousands(text)
    }

    /// Whether a cell is whole numbers of three digits behind commas, as in 1,234 and -12,345,678.9.
    static func hasThousands(_ text: String) -> Bool {
        let unsigned = text.hasPrefix("-") || text.hasPrefix("+") ? text.dropFirst() : text[...]
        let whole = unsigned.split(separator: ".", omittingEmptySubsequences: false)
        guard whole.count <= 2, whole.dropFirst().allSatisfy({ $0.allSatisfy(isDigit) }) else {
            return false
        }
        let groups = whole[0].split(separator: ",", omittingEmptySubsequences: false)
        return groups.count >= 2 && (1...3).contains(groups[0].count)
            && groups.dropFirst().allSatisfy { $0.count == 3 }
            && groups.allSatisfy { $0.allSatisfy(isDigit) }
    }

    /// Whether a cell is such a number with the signs exchanged, as in 1.234,5.
    private static func hasPointsBetweenThousands(_ text: String) -> Bool {
        guard text.contains("."), text.contains(",") else { return false }
        let exchanged = text.map { $0 == "." ? "," : $0 == "," ? "." : $0 }
        return hasThousands(String(exchanged))
    }

    private static func mayBeThousands(_ text: String) -> Bool {
        // Nobody writes a thousand as 0,001.
        hasThousands(text) && !text.drop { $0 == "-" || $0 == "+" }.hasPrefix("0")
    }

    /// The digits before and behind a sign that stands among digits once.
    private static func parts(_ text: String, at sign: Character) -> (Substring, Substring)? {
        let unsigned = text.hasPrefix("-") || text.hasPrefix("+") ? text.dropFirst() : text[...]
        let parts = unsigned.split(separator: sign, omittingEmptySubsequences: false)
        guard parts.count == 2, !parts[1].isEmpty, parts.allSatisfy({ $0.allSatisfy(isDigit) })
        else { return nil }
        return (parts[0], parts[1])
    }

    private static func isDigit(_ character: Character) -> Bool {
        character >= "0" && character <= "9"
    }
}
