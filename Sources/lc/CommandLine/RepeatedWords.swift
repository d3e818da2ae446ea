import TerminalText

/// Words of the command line in a message of the argument parser, which has several lines of its own.
enum RepeatedWords {
    /// The message with what the words hold made visible, their newlines too.
    static func visible(
        in message: String, words: [String] = Array(CommandLine.arguments.dropFirst())
    ) -> String {
        // A message repeats a whole word, or what stands behind the = of an option.
        let values = words.compactMap { word in
            word.firstIndex(of: "=").map { String(word[word.index(after: $0)...]) }
        }
        return (words + values).reduce(message) { message, word in
            let shown = TerminalText.printable(word)
            return shown == word ? message : message.replacing(word, with: shown)
        }
    }
}
