/// Reads lines as statements, each text once.
final class StatementReader {
    let vocabulary: Vocabulary
    /// Definitions and variables of the copied text itself.
    var names: Set<String> = [] {
        didSet { if names != oldValue { readings = [:] } }
    }
    /// The words among them that `def` defines.
    var definitions: Set<String> = []
    private var readings: [String: Reading] = [:]
    private lazy var candidates = vocabulary.commands.sorted()

    init(_ vocabulary: Vocabulary) { self.vocabulary = vocabulary }

    func isCommand(_ word: String) -> Bool {
        vocabulary.commands.contains(word) || definitions.contains(word)
    }

    func read(_ line: [Unicode.Scalar]) -> Reading { read(String(scalars: line)) }

    func read(_ text: String) -> Reading {
        if let known = readings[text] { return known }
        let reading = make(text)
        readings[text] = reading
        return reading
    }

    /// Whether a text begins as a statement and could run.
    func accepts(_ text: String) -> Bool { read(text) == .statement }

    func accepts(_ line: [Unicode.Scalar]) -> Bool { accepts(String(scalars: line)) }

    /// Whether a text begins as a statement does: a command, a keyword, an assignment.
    func begins(_ line: some Collection<Unicode.Scalar>) -> Bool {
        let line = line.drop { $0 == " " || $0 == "\t" }
        let letters = line.prefix { $0.isWordScalar }
        guard let first = letters.first, !first.isDigit else { return false }
        let rest = line[letters.endIndex...]
        let next = rest.drop { $0 == " " }
        if next.first == "=", next.dropFirst().first != "=" { return true }
        guard let after = rest.first else { return beginsStatement(String(scalars: letters)) }
        guard after == " " || after == ";" || after == "\t" || after == "{" else { return false }
        return beginsStatement(String(scalars: letters))
    }

    private static let keywords = Set(
        ReservedWord.allCases.filter { $0.isKeyword && $0 != .in && $0 != .else }.map(\.rawValue))

    private func beginsStatement(_ word: String) -> Bool {
        if isCommand(word) { return true }
        // `in` begins only prose, and `else` goes on after a block.
        return Self.keywords.contains(word)
    }

    /// The command that a statement calls, also one whose record is assigned.
    func command(of text: String) -> String? {
        var words = text.split(separator: " ")
        if words.count > 2, words[1] == "=" { words.removeFirst(2) }
        let word = words.first.map { $0.prefix { $0.isLetter || $0 == "_" || $0.isNumber } } ?? ""
        return isCommand(String(word)) ? String(word) : nil
    }

    private func make(_ text: String) -> Reading {
        guard text.contains(where: { !$0.isWhitespace }) else { return .words }
        if begins(text.unicodeScalars) {
            switch vocabulary.check(text, names, true) {
            case .fine: return .statement
            case .incomplete: return .open
            case .problem(let message, let hasProposal):
                let isMistake = hasProposal || hasOption(text)
                return isMistake && !isSentence(text) ? .mistake(message) : .words
            }
        }
        if isValue(text) { return .value }
        return misspelling(text).map { .mistake($0) } ?? .words
    }

    /// Whether a `key=` of an option stands in a call.
    private func hasOption(_ text: String) -> Bool {
        let words = text.split(separator: " ")
        guard command(of: text) != nil else { return false }
        return words.dropFirst().contains { word in
            word.count > 2 && word.contains("=") && word.first?.isLetter == true
        }
    }

    private func isSentence(_ text: String) -> Bool {
        guard let last = text.last(where: { $0 != " " }) else { return false }
        return ".:;?!…,".contains(last) && text.split(separator: " ").count >= 4
            && !text.contains("=")
    }

    /// Two words of letters side by side are no value, unless one of them is an operator.
    private func areWords(_ text: String) -> Bool {
        let words = text.split(separator: " ", maxSplits: 2).prefix(2)
        return words.count == 2
            && words.allSatisfy {
                $0.utf8.allSatisfy { $0 >= 0x41 } && ReservedWord(rawValue: String($0)) == nil
            }
    }

    private func isValue(_ text: String) -> Bool {
        if areWords(text) { return false }
        let script = Parser.parse(Source(name: "", text: text))
        guard script.diagnostics.isEmpty, !script.statements.isEmpty else { return false }
        return script.statements.allSatisfy { statement in
            switch statement.kind {
            case .expression: true
            // A lone name: whether it is a variable is not for the parser to know.
            case .command(let call):
                call.arguments.isEmpty && isName(call.name.text)
            default: false
            }
        }
    }

    /// Two letters changed places, or one is another, missing or too many; two in long words.
    private func isSlip(_ word: String, _ command: String) -> Bool {
        let distance = Spelling.distance(Array(word), Array(command))
        return distance <= (command.count >= 6 ? 2 : 1) && word.first == command.first
            || distance == 1
    }

    private func isName(_ word: String) -> Bool {
        names.contains(word)
            || word.unicodeScalars.allSatisfy {
                $0 == "_" || $0.isDigit || $0.value < 0x80 && $0.properties.isLowercase
            }
    }

    /// Why a text that only a slip of the finger keeps from being a statement cannot run.
    private func misspelling(_ text: String) -> String? {
        let words = text.split(separator: " ")
        guard let first = words.first, (2...6).contains(words.count) || text.contains("="),
            words.count >= 2, (3...12).contains(first.count), first.allSatisfy(\.isLetter)
        else { return nil }
        let rest = words.dropFirst().joined(separator: " ")
        if let near = Spelling.nearest(String(first), in: candidates), near != "print" {
            let repaired = near + " " + rest
            if isSlip(String(first), near), vocabulary.check(repaired, names, true) == .fine {
                return "there is no command '\(first)'; did you mean \(near)?"
            }
        }
        return hasOption(first.lowercased() + " " + rest)
            ? "there is no command '\(first)'" : nil
    }
}
