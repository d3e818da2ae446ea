import Declarations
import Syntax

/// What may come next on a line, from the grammar and the commands' declarations.
package struct Completion: Sendable, Equatable {
    package let text: String
    /// Its meaning, and its default.
    package let detail: String

    /// The candidates for the word that ends at the end of a text, and where that word begins (a byte
    /// offset). Paths are for the front end: `wantsPath` says so.
    package static func candidates(
        for line: String, in session: Session
    ) -> (start: Int, candidates: [Completion], wantsPath: Bool, endings: [String]) {
        let script = Parser.parse(Source(name: "", text: line))
        let word = script.source.text(in: script.place.range)
        let start = script.place.range.lower
        let names = NameCompletion(session: session)
        switch script.place.kind {
        case .statement: return (start, offered(lineWords(session), word), false, [])
        case .evaluation:
            return (start, offered(firstWords(session) + names.all, word), false, [])
        case .expression, .reference:
            let path = NamePath(word)
            let found = names.candidates(
                path, withFunctions: script.place.kind == .expression)
            return (script.place.range.upper - path.last.utf8.count, found, false, [])
        case .reserved(let reserved):
            let found = matching([Completion(text: reserved.rawValue, detail: "")], word)
            return (start, found, false, [])
        case .argument(let call, let key):
            guard let completion = CallCompletion(call, in: session) else {
                let isFolder = session.frontEnd.lineWords[call.name.text] != nil
                return (start, offered(definitionOptions(call, session), word), isFolder, [])
            }
            if let key {
                guard let parameter = completion.parameter(key.text) else {
                    return (start, [], false, [])
                }
                let endings = completion.fileEndings
                if case .path = parameter.kind { return (start, [], true, endings) }
                return (start, offered(completion.values(of: parameter), word), false, [])
            }
            let found = offered(completion.arguments, word)
            return (start, found, completion.wantsPath, completion.fileEndings)
        case .other: return (start, [], false, [])
        }
    }

    /// The words that begin a statement, and those that a line alone may begin with.
    private static func lineWords(_ session: Session) -> [Completion] {
        firstWords(session)
            + session.frontEnd.lineWords.sorted { $0.key < $1.key }.map {
                Completion(text: $0.key, detail: $0.value)
            }
    }

    /// The words that begin a statement.
    static func firstWords(_ session: Session) -> [Completion] {
        let keywords = ReservedWord.allCases.filter(\.opensBlock)
        return Commands.listed.map { Completion(text: $0.name, detail: $0.summary) }
            + session.state.definitions.names.map {
                Completion(text: $0, detail: "defined here")
            } + NameCompletion(session: session).variables
            + keywords.map {
                Completion(text: $0.rawValue, detail: "a block of statements in { }")
            }
    }

    /// The options of a command made with `def` that were not given yet.
    private static func definitionOptions(_ call: Call, _ session: Session) -> [Completion] {
        let name = call.name.text
        guard let definition = session.state.definitions[name]?.definition else { return [] }
        let given = Set(call.arguments.compactMap(\.name))
        return definition.parameters.filter { !given.contains($0.name.text) }.map {
            Completion(text: $0.name.text + "=", detail: "of \(name)")
        }
    }

    /// The candidates that a word begins; without any, those that have it in them, and at last those that
    /// one slip of the finger leads to.
    static func offered(_ candidates: [Completion], _ word: String) -> [Completion] {
        let found = matching(candidates, word)
        guard found.isEmpty, word.count > 1 else { return found }
        let small = word.lowercased()
        var seen: Set<String> = []
        let inside = candidates.filter {
            $0.text.lowercased().contains(small) && seen.insert($0.text).inserted
        }
        guard inside.isEmpty, word.count > 2 else { return inside }
        return candidates.filter {
            Spelling.isOneSlip(from: small, to: $0.text.lowercased())
                && seen.insert($0.text).inserted
        }
    }

    /// The candidates that a word begins, each text once.
    static func matching(_ candidates: [Completion], _ prefix: String) -> [Completion] {
        var seen: Set<String> = []
        return candidates.filter { $0.text.hasPrefix(prefix) && seen.insert($0.text).inserted }
    }

    static func clipped(_ text: String) -> String {
        text.count > 40 ? text.prefix(39) + "…" : text
    }
}

extension Argument {
    /// The key of an option, or a bare word, which may be a flag.
    var name: String? { key?.text ?? literalWord }
}
