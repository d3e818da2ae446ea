/// The lines of a copied text while rules work on it.
struct Page {
    var lines: [Line]
    var warnings: [String] = []
    /// Why the whole text cannot be read, where a container says so.
    var refusal: String?

    var indices: Range<Int> { lines.indices }

    /// The lines that stand in the same fence or cell, or outside all of them, as stretches of the page.
    var segments: [Range<Int>] {
        var segments: [Range<Int>] = []
        var start = 0
        for index in lines.indices where index > start {
            if lines[index].block != lines[start].block {
                segments.append(start..<index)
                start = index
            }
        }
        return lines.isEmpty ? [] : segments + [start..<lines.count]
    }

    /// What follows a mark that a rule takes off.
    mutating func take(
        _ index: Int, _ rest: some Sequence<Unicode.Scalar>, _ change: NormalizerChange,
        as surrounding: Surrounding? = nil
    ) {
        lines[index].set(rest, change)
        if let surrounding { lines[index].surroundings.insert(surrounding) }
    }

    /// Leaves a line out because of positive evidence, which `reason` says in words.
    mutating func leaveOut(_ index: Int, as kind: LineKind, _ reason: String) {
        guard lines[index].verdict == nil, !lines[index].isBlank else { return }
        lines[index].verdict = Verdict(kind, reason)
    }

    /// The line before that is not blank, at most `distance` lines away.
    func filled(before index: Int, within distance: Int = .max) -> Int? {
        var place = index - 1
        while place >= 0, index - place <= distance {
            if !lines[place].isEmpty { return place }
            place -= 1
        }
        return nil
    }

    func filled(after index: Int, within distance: Int = .max) -> Int? {
        var place = index + 1
        while place < lines.count, place - index <= distance {
            if !lines[place].isEmpty { return place }
            place += 1
        }
        return nil
    }
}

extension Page {
    /// The lines of a text.
    init(_ text: String) {
        let scalars = Array(text.unicodeScalars)
        lines = scalars.split(separator: "\n", omittingEmptySubsequences: false).enumerated().map {
            Line(Array($1), number: $0 + 1)
        }
    }
}

extension StatementReader {
    /// Learns the names that the lines of a page define.
    func learn(_ page: Page) {
        var (variables, definitions) = (names, definitions)
        for line in page.lines where !line.isBlank {
            let found = Assignment.names(in: line.trimmed)
            variables.formUnion(found.variables)
            for definition in [found.definition, Assignment.hiddenDefinition(in: line.trimmed)]
                .compactMap({ $0 })
            {
                variables.insert(definition)
                definitions.insert(definition)
            }
        }
        self.definitions = definitions
        names = variables
    }

    /// Whether every name that a statement uses is defined, by the session or by the text.
    func isDefined(_ text: String) -> Bool { vocabulary.check(text, names, false) == .fine }
}
