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
    ) -> (start: Int, candidates: [Completion], wantsPath: Bool) {
        let place = LinePlace(line)
        if place.isExpression {
            return (place.nameStart, names(place.name, in: session), false)
        }
        if (place.option?.value ?? place.word).hasPrefix("$") {
            let found = names(place.name, in: session, functions: false)
            return (place.nameStart, found, false)
        }
        guard let name = place.words.first else {
            let functions = place.isAssigned ? names("", in: session) : []
            return (place.wordStart, matching(firstWords(session) + functions, place.word), false)
        }
        guard let command = Commands.named(name) else {
            return (place.wordStart, definitionOptions(name, place, session), false)
        }
        let form = form(of: command, place.words)
        if let (key, value, start) = place.option {
            guard let parameter = form?.parameters.first(where: { $0.name == key }) else {
                return (start, [], false)
            }
            if case .path = parameter.kind { return (start, [], true) }
            return (start, matching(values(of: parameter, in: session), value), false)
        }
        let wantsPath = unfilled(form, place.words).contains {
            if case .path = $0.kind { $0.isPositional } else { false }
        }
        return (
            place.wordStart, matching(arguments(command, form, place, session), place.word),
            wantsPath
        )
    }

    /// What a person may want to type next, when one thing is likelier than all others.
    ///
    /// - Returns: what would be added, and what is only shown behind it.
    package static func suggestion(
        for line: String, in session: Session
    ) -> (text: String, note: String)? {
        let place = LinePlace(line)
        guard !place.isExpression, !place.word.hasPrefix("$"), !place.word.hasPrefix("\"") else {
            return nil
        }
        guard let name = place.words.first else {
            return remainder(of: firstWords(session), place.word)
        }
        guard let command = Commands.named(name) else { return nil }
        let form = form(of: command, place.words)
        if let (key, value, _) = place.option {
            guard let parameter = form?.parameters.first(where: { $0.name == key }) else {
                return nil
            }
            if value.isEmpty { return placeholder(parameter) }
            return remainder(of: values(of: parameter, in: session), value)
        }
        guard place.word.isEmpty else {
            return remainder(of: arguments(command, form, place, session), place.word)
        }
        if command.name == HelpCommand.name, place.words.count == 2 {
            return choice(of: Commands.named(place.words[1])?.forms ?? [])
        }
        if place.words.count == 1, form?.keyword == nil, let choice = choice(of: command.forms) {
            return choice
        }
        guard let next = unfilled(form, place.words).first else { return nil }
        if next.isPositional { return placeholder(next) }
        return next.kind.isFlag
            ? (next.name, "  " + next.summary)
            : (next.name + "=", next.defaultText ?? "…")
    }

    /// The first of the forms' keywords, and the others behind it.
    private static func choice(of forms: [Form]) -> (text: String, note: String)? {
        let keywords = forms.compactMap(\.keyword)
        return keywords.first.map { first in
            (first, clipped(keywords.dropFirst().map { " · " + $0 }.joined()))
        }
    }

    // MARK: - Names and fields

    /// Variables, functions and results that begin so; after a dot, the fields of a record.
    private static func names(
        _ name: String, in session: Session, functions: Bool = true
    ) -> [Completion] {
        if let dot = name.lastIndex(of: ".") {
            guard case .record(let record) = value(of: name[..<dot], in: session) else { return [] }
            let fields = record.fields.map { Completion(text: $0.name, detail: short($0.value)) }
            return matching(fields, String(name[name.index(after: dot)...]))
        }
        var found = session.state.variables.sorted { $0.key < $1.key }.map {
            Completion(text: $0.key, detail: short($0.value))
        }
        if functions {
            found += Functions.all.map { Completion(text: $0.name + "(", detail: $0.summary) }
            if !session.results.isEmpty {
                found.append(Completion(text: "out[", detail: "the result of a cell"))
            }
        }
        return matching(found, name)
    }

    /// The value that `r`, `_`, `out[3]` or `r.a.b` has now.
    private static func value(of path: some StringProtocol, in session: Session) -> Value {
        let parts = String(path).split(separator: ".", omittingEmptySubsequences: false).map {
            String($0)
        }
        guard let first = parts.first else { return .nothing }
        var value = session.state.variables[first] ?? .nothing
        if first == "_" { value = session.lastResult }
        if first.hasPrefix("out["), first.hasSuffix("]"),
            let number = Int(first.dropFirst(4).dropLast())
        {
            value = session.results[number] ?? .nothing
        }
        for field in parts.dropFirst() {
            guard case .record(let record) = value else { return .nothing }
            value = record[field] ?? .nothing
        }
        return value
    }

    private static func short(_ value: Value) -> String {
        switch value {
        case .number, .boolean, .range: value.literal
        case .string(let text): clipped(text)
        case .list(let items): "\(items.count) items"
        case .nothing, .record: value.kind
        }
    }

    private static func firstWords(_ session: Session) -> [Completion] {
        let keywords = ["for", "repeat", "while", "if", "def"]
        return Commands.listed.map { Completion(text: $0.name, detail: $0.summary) }
            + session.state.definitions.keys.sorted().map {
                Completion(text: $0, detail: "defined here")
            } + names("", in: session, functions: false)
            + keywords.map { Completion(text: $0, detail: "a block of statements in { }") }
    }

    // MARK: - Arguments

    private static func form(of command: any Command.Type, _ words: [String]) -> Form? {
        command.forms.first { $0.keyword != nil && $0.keyword == words.dropFirst().first }
            ?? command.forms.first { $0.keyword == nil }
    }

    /// A form's parameters that were not given yet, positional ones first.
    private static func unfilled(_ form: Form?, _ words: [String]) -> [any AnyParameter] {
        guard let form else { return [] }
        let given = words.dropFirst(form.keyword == nil ? 1 : 2)
        let keys = Set(given.compactMap { $0.split(separator: "=").first.map(String.init) })
        let flags = Set(form.parameters.filter { $0.kind.isFlag }.map(\.name))
        let positionals = given.filter { !$0.contains("=") && !flags.contains($0) }.count
        let open = form.parameters.filter { !keys.contains($0.name) }
        let rest = form.parameters.filter(\.isPositional).dropFirst(positionals).filter {
            positional in
            !keys.contains(positional.name)
        }
        return Array(rest) + open.filter { !$0.isPositional }
    }

    private static func arguments(
        _ command: any Command.Type, _ form: Form?, _ place: LinePlace, _ session: Session
    ) -> [Completion] {
        var found: [Completion] = []
        if place.words.count == 1 {
            found += command.forms.compactMap { form in
                form.keyword.map { Completion(text: $0, detail: form.summary) }
            }
        }
        if command.name == HelpCommand.name, place.words.count == 1 {
            found += Commands.listed.map { Completion(text: $0.name, detail: $0.summary) }
            found += HelpCommand.topics(session).map { Completion(text: $0, detail: "") }
        } else if command.name == HelpCommand.name, place.words.count == 2 {
            found += (Commands.named(place.words[1])?.forms ?? []).compactMap { form in
                form.keyword.map { Completion(text: $0, detail: form.summary) }
            }
        }
        for parameter in unfilled(form, place.words) {
            if parameter.isPositional {
                found += values(of: parameter, in: session)
            } else {
                found.append(
                    Completion(
                        text: parameter.name + (parameter.kind.isFlag ? "" : "="),
                        detail: meaning(of: parameter)))
            }
        }
        return found
    }

    private static func definitionOptions(
        _ name: String, _ place: LinePlace, _ session: Session
    ) -> [Completion] {
        guard let definition = session.state.definitions[name]?.definition else { return [] }
        let used = Set(place.words.compactMap { $0.split(separator: "=").first.map(String.init) })
        let options = definition.parameters.filter { !used.contains($0.name.text) }
        return matching(
            options.map { Completion(text: $0.name.text + "=", detail: "of \(name)") }, place.word)
    }

    private static func values(of parameter: any AnyParameter, in session: Session) -> [Completion]
    {
        switch parameter.kind {
        case .choice(let names):
            return names.map {
                Completion(text: $0, detail: $0 == parameter.defaultText ? "the default" : "")
            }
        case .flag: return ["on", "off"].map { Completion(text: $0, detail: parameter.summary) }
        case .number, .count, .text, .path, .numbers, .rest:
            guard parameter.name == "run" else { return [] }
            return session.state.runs.map { Completion(text: String($0.number), detail: $0.source) }
        }
    }

    private static func meaning(of parameter: any AnyParameter) -> String {
        parameter.summary + (parameter.defaultText.map { " [\($0)]" } ?? "")
    }

    private static func placeholder(_ parameter: any AnyParameter) -> (text: String, note: String)?
    {
        if let text = parameter.defaultText, !text.isEmpty, !parameter.kind.isFlag {
            return (text, "  " + parameter.summary)
        }
        return ("", parameter.name.uppercased() + "  " + parameter.summary)
    }

    private static func remainder(
        of candidates: [Completion], _ word: String
    ) -> (text: String, note: String)? {
        guard !word.isEmpty, let first = matching(candidates, word).first, first.text != word else {
            return nil
        }
        return (String(first.text.dropFirst(word.count)), "")
    }

    private static func clipped(_ text: String) -> String {
        text.count > 40 ? text.prefix(39) + "…" : text
    }

    private static func matching(_ candidates: [Completion], _ prefix: String) -> [Completion] {
        var seen: Set<String> = []
        return candidates.filter { $0.text.hasPrefix(prefix) && seen.insert($0.text).inserted }
    }
}
