/// The names that lines of a text define.
enum Assignment {
    /// `lr` of `lr = 1e-3`; nil for other lines.
    static func name(of line: [Unicode.Scalar]) -> String? {
        let name = line.prefix { $0.isWordScalar }
        guard let first = name.first, !first.isDigit else { return nil }
        let rest = line.dropFirst(name.count).drop { $0 == " " }
        guard rest.first == "=", rest.dropFirst().first != "=" else { return nil }
        return String(scalars: name)
    }

    /// `trial` of `1. def trial rate {`, where a mark still stands before the definition.
    static func hiddenDefinition(in line: [Unicode.Scalar]) -> String? {
        guard line.last == "{" else { return nil }
        let words = String(scalars: line).split(separator: " ")
        guard let place = words.firstIndex(where: { $0 == "def" || $0 == "Def" }), place > 0,
            place + 1 < words.count,
            words[place + 1].allSatisfy({ $0.isLetter || $0.isNumber || $0 == "_" })
        else { return nil }
        return String(words[place + 1])
    }

    /// The variables and definitions that a line makes.
    static func names(in line: [Unicode.Scalar]) -> (variables: [String], definition: String?) {
        if let name = name(of: line) { return ([name], nil) }
        guard line.first == "f" || line.first == "d" || line.first == "F" || line.first == "D"
        else {
            return ([], nil)
        }
        let words = String(scalars: line).split { $0 == " " || $0 == "{" }.map(String.init)
        guard words.count > 1 else { return ([], nil) }
        switch ReservedWord(rawValue: words[0].lowercased()) {
        case .for: return ([words[1]], nil)
        case .def:
            let parameters = words.dropFirst(2).map { String($0.prefix { $0 != "=" }) }
            return (parameters, words[1])
        default: return ([], nil)
        }
    }
}
