import Platform

/// `$EDITRC` or `~/.editrc`.
enum EditorSettings {
    private static let sizeLimit = 1 << 16

    static var text: String? {
        let path =
            CurrentProcess.variable("EDITRC")
            ?? CurrentProcess.variable("HOME").map { $0 + "/.editrc" }
        guard let path, !path.isEmpty, let file = try? FileDescriptor(path, for: .reading),
            let bytes = try? file.bytes(at: 0, count: sizeLimit)
        else { return nil }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// `bind …`, `lc:bind …`. Other commands are of a terminal that libedit would drive, which lc does itself;
    /// a fuzzer made one of them write behind libedit's memory.
    static func isBinding(_ line: some StringProtocol) -> Bool {
        let word = line.prefix { !$0.isWhitespace }
        return (word == "bind" || word.hasSuffix(":bind")) && closesQuotes(line)
            && !line.contains("ed-command")
    }

    /// Whether every quote is closed: libedit reads what it has not set where one stays open.
    private static func closesQuotes(_ line: some StringProtocol) -> Bool {
        var quote: Character?
        var isEscaped = false
        for character in line {
            if isEscaped {
                isEscaped = false
            } else if character == "\\", quote != "'" {
                isEscaped = true
            } else if character == quote {
                quote = nil
            } else if quote == nil, character == "\"" || character == "'" {
                quote = character
            }
        }
        return quote == nil && !isEscaped
    }

    /// The key of a `bind -a KEY FUNCTION`, where it is one character.
    static func commandKey(_ line: some StringProtocol) -> Unicode.Scalar? {
        let words = line.split(whereSeparator: \.isWhitespace)
        guard let flag = words.firstIndex(of: "-a"), flag + 2 < words.count else { return nil }
        let key = words[flag + 1].unicodeScalars.filter { $0 != "\"" && $0 != "'" }
        return key.count == 1 ? key.first : nil
    }

    /// `bind -e`, `bind -v`: all keys are that editor's again.
    static func choosesEditor(_ line: some StringProtocol) -> Bool {
        let words = line.split(whereSeparator: \.isWhitespace)
        return words.contains("-e") || words.contains("-v")
    }
}
