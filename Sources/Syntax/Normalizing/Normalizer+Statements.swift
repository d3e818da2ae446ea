/// What looks like a statement.
extension Normalizer {
    /// Every keyword but `in`, which only prose begins with.
    private static func beginsStatement(_ word: ReservedWord?) -> Bool {
        word.map { $0.isKeyword && $0 != .in } ?? false
    }

    /// Whether a line begins as a statement does: a command, a keyword, an assignment.
    func isStatement(_ line: some Collection<Unicode.Scalar>, _ page: Page) -> Bool {
        let word = String(scalars: line.prefix { $0.isWordScalar })
        guard let first = word.unicodeScalars.first, !first.isDigit else { return false }
        let rest = line.dropFirst(word.unicodeScalars.count)
        let next = rest.drop { $0 == " " }
        if next.first == "=", next.dropFirst().first != "=" { return true }
        guard rest.first.map({ " ;\t{".unicodeScalars.contains($0) }) ?? true else { return false }
        return isCommand(word, page) || Self.beginsStatement(ReservedWord(rawValue: word))
    }
}
