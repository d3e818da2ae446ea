import Declarations
package import Syntax

/// The roles of a text's parts, by the parser and by what the session knows.
package struct Highlighter {
    /// A part with its place in bytes.
    package struct Part: Equatable, Sendable {
        package let range: SourceRange
        package let role: TextRole
    }

    private let session: Session
    let source: Source
    /// Names that the text itself gives.
    private let names: Set<String>
    private let marks: Marks

    package init(_ text: String, in session: Session) {
        self.session = session
        source = Source(name: "", text: text)
        let (script, marks) = Parser.annotated(source)
        self.marks = marks
        isIncomplete = script.isIncomplete
        let source = source
        names = Set(marks.parts.lazy.filter { $0.kind == .name }.map { source.text(in: $0.range) })
    }

    /// Whether more lines may complete the text.
    package let isIncomplete: Bool

    /// Opening brackets and quotes with those that close them.
    package var pairs: [BracketPair] { marks.pairs }

    /// Where pieces of strings and comments end, by where they begin.
    var textEnds: [Int: Int] {
        let texts = marks.parts.filter { $0.kind == .string || $0.kind == .comment }
        return Dictionary(texts.map { ($0.range.lower, $0.range.upper) }) { max($0, $1) }
    }

    /// The parts in their order; none reaches into another.
    package var parts: [Part] {
        var parts: [Part] = []
        var command = ""
        for mark in marks.parts {
            let text = source.text(in: mark.range)
            if mark.kind == .command { command = text }
            if let role = role(of: mark, text, after: command) {
                parts.append(Part(range: mark.range, role: role))
            }
        }
        return parts
    }

    /// nil for what looks like any text.
    private func role(of mark: Mark, _ text: String, after command: String) -> TextRole? {
        switch mark.kind {
        case .keyword: .keyword
        case .command: role(ofCommand: text, mark.range)
        case .option: hasOption(text, command) ? .option : .unknown
        case .word, .constant: .value
        case .name, .field: nil
        case .variable: .variable
        case .function: .function
        case .number: .number
        case .string: .string
        case .comment: .comment
        }
    }

    private func role(ofCommand word: String, _ range: SourceRange) -> TextRole {
        if Commands.named(word) != nil || session.frontEnd.lineWords[word] != nil
            || session.state.definitions[word] != nil || session.state.variables[word] != nil
            || names.contains(word)
        {
            return .command
        }
        let isTyped = range.upper == source.bytes.count
        return isTyped && begins(a: word) ? .partial : .unknown
    }

    /// Whether a first word begins so.
    private func begins(a word: String) -> Bool {
        Completion.firstWords(session).contains { $0.text.hasPrefix(word) }
            || session.frontEnd.lineWords.keys.contains { $0.hasPrefix(word) }
            || names.contains { $0.hasPrefix(word) }
    }

    private func hasOption(_ key: String, _ command: String) -> Bool {
        if let command = Commands.named(command) {
            return command.forms.contains { $0.parameters.contains { $0.name == key } }
        }
        guard let made = session.state.definitions[command]?.definition else {
            return names.contains(command)
        }
        return made.parameters.contains { $0.name.text == key }
    }
}
