import Syntax

/// What may come next on a line.
package struct Completion: Sendable {
    package let text: String
    package let detail: String

    /// The candidates for the word that ends at the end of `line`, and where that word begins
    /// (a byte offset). Paths are for the front end: `wantsPath` says so.
    package static func candidates(
        for line: String, in session: Session
    ) -> (start: Int, candidates: [Completion], wantsPath: Bool) {
        let bytes = Array(line.utf8)
        let separators = Set(";{\n".utf8)
        let statementStart = (bytes.lastIndex { separators.contains($0) } ?? -1) + 1
        var words = String(decoding: bytes[statementStart...], as: UTF8.self)
            .split(separator: " ", omittingEmptySubsequences: false).map(String.init)
        let current = words.popLast() ?? ""
        words.removeAll { $0.isEmpty }
        if let equals = words.firstIndex(of: "=") { words.removeSubrange(...equals) }
        let start = bytes.count - current.utf8.count
        if current.hasPrefix("$") {
            return (
                start,
                matching(
                    session.state.variables.map {
                        Completion(text: "$" + $0.key, detail: $0.value.kind)
                    }, current), false
            )
        }
        guard let name = words.first else {
            return (start, matching(firstWords(session), current), false)
        }
        guard let command = Commands.named(name) else { return (start, [], false) }
        let form =
            command.forms.first { $0.keyword != nil && $0.keyword == words.dropFirst().first }
            ?? command.forms.first { $0.keyword == nil }
        if let equals = current.firstIndex(of: "=") {
            let key = String(current[..<equals])
            let valueStart = start + key.utf8.count + 1
            guard let parameter = form?.parameters.first(where: { $0.name == key }) else {
                return (valueStart, [], false)
            }
            let value = String(current[current.index(after: equals)...])
            if case .path = parameter.kind { return (valueStart, [], true) }
            return (valueStart, matching(values(of: parameter), value), false)
        }
        var candidates: [Completion] = []
        if words.count == 1 {
            candidates += command.forms.compactMap { form in
                form.keyword.map { Completion(text: $0, detail: form.summary) }
            }
        }
        if name == HelpCommand.name {
            candidates += Commands.all.map { Completion(text: $0.name, detail: $0.summary) }
        }
        var wantsPath = false
        let used = Set(words.compactMap { $0.split(separator: "=").first.map(String.init) })
        for parameter in form?.parameters ?? [] where !used.contains(parameter.name) {
            if parameter.isPositional {
                if case .path = parameter.kind { wantsPath = true }
                candidates += values(of: parameter)
            } else if parameter.kind.isFlag {
                candidates.append(Completion(text: parameter.name, detail: parameter.summary))
            } else {
                let fallback = parameter.defaultText.map { " [\($0)]" } ?? ""
                candidates.append(
                    Completion(text: parameter.name + "=", detail: parameter.summary + fallback))
            }
        }
        return (start, matching(candidates, current), wantsPath)
    }

    private static func firstWords(_ session: Session) -> [Completion] {
        Commands.all.map { Completion(text: $0.name, detail: $0.summary) }
            + session.state.definitions.keys.sorted().map {
                Completion(text: $0, detail: "defined here")
            }
            + session.state.variables.sorted { $0.key < $1.key }.map {
                Completion(text: $0.key, detail: $0.value.kind)
            }
    }

    private static func values(of parameter: any AnyParameter) -> [Completion] {
        switch parameter.kind {
        case .choice(let names): names.map { Completion(text: $0, detail: parameter.summary) }
        case .flag: ["on", "off"].map { Completion(text: $0, detail: parameter.summary) }
        case .number, .count, .text, .path, .numbers, .rest: []
        }
    }

    private static func matching(_ candidates: [Completion], _ prefix: String) -> [Completion] {
        candidates.filter { $0.text.hasPrefix(prefix) }
    }
}
