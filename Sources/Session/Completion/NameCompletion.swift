import Syntax

/// A name with its fields as it stands before the cursor: `r.inner.lo`, `$r.lo`, `out[3].lo`.
struct NamePath {
    /// What stands before the last dot; nil without one.
    let base: String?
    /// The part that is being typed.
    let last: String

    init(_ text: String) {
        let name = text.hasPrefix("$") ? text.dropFirst() : text[...]
        let dot = name.lastIndex(of: ".")
        base = dot.map { String(name[..<$0]) }
        last = String(dot.map { name[name.index(after: $0)...] } ?? name)
    }
}

/// Variables, functions, results of cells, and the fields of records.
struct NameCompletion {
    let session: Session

    var variables: [Completion] {
        session.state.variables.sorted.map {
            Completion(text: $0.name, detail: Self.short($0.content))
        }
    }

    /// Everything that can begin a value.
    var all: [Completion] {
        let functions = Functions.all.map { Completion(text: $0.name + "(", detail: $0.summary) }
        let results = Completion(
            text: GivenVariable.results.rawValue + "[", detail: "the result of a cell")
        return variables + functions + (session.cells.values.isEmpty ? [] : [results])
    }

    /// The names that a path's last part begins; after a dot, the fields of the record before it.
    func candidates(_ path: NamePath, withFunctions: Bool) -> [Completion] {
        guard let base = path.base else {
            return Completion.offered(withFunctions ? all : variables, path.last)
        }
        guard case .record(let record) = value(of: base) else { return [] }
        let fields = record.fields.map { Completion(text: $0.name, detail: Self.short($0.value)) }
        return Completion.offered(fields, path.last)
    }

    /// The value that `r`, `_`, `out[3]` or `r.a.b` has now.
    private func value(of path: String) -> Value {
        var parts = path.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        var value = variable(parts.isEmpty ? "" : parts.removeFirst())
        for field in parts {
            guard case .record(let record) = value else { return .nothing }
            value = record[field] ?? .nothing
        }
        return value
    }

    private func variable(_ name: String) -> Value {
        if name == GivenVariable.lastResult.rawValue { return session.cells.lastValue }
        let opening = GivenVariable.results.rawValue + "["
        if name.hasPrefix(opening), name.hasSuffix("]"),
            let number = Int(name.dropFirst(opening.count).dropLast())
        {
            return session.cells.values[number] ?? .nothing
        }
        return session.state.variables[name] ?? .nothing
    }

    private static func short(_ value: Value) -> String {
        switch value {
        case .number, .percentage, .boolean, .range: value.literal
        case .string(let text): Completion.clipped(text)
        case .list(let items): "\(items.count) items"
        case .nothing, .record: value.kind
        }
    }
}
