/// A prompt at the beginning of a line, and what follows it.
struct Prompt {
    let rest: [Unicode.Scalar]
    /// Whether nothing but a prompt looks like this; `$ ` and `% ` need a statement after them.
    let isStrong: Bool
    /// Whether other languages have it too.
    let isOfOthers: Bool

    /// `lc>`, `[3] lc>`, `lc[3]>`, `>>>`, `In [3]:`, `julia>`, `$`, `%`.
    init?(_ line: [Unicode.Scalar]) {
        var place = 0
        func take(_ text: String) -> Bool {
            guard line[place...].starts(with: text.unicodeScalars) else { return false }
            place += text.unicodeScalars.count
            return true
        }
        func takeNumber() {
            while place < line.count, line[place].isDigit { place += 1 }
        }
        func takeBracketed() -> Bool {
            let start = place
            guard take("[") else { return false }
            while place < line.count, line[place] == " " { place += 1 }
            takeNumber()
            if take("]") { return true }
            place = start
            return false
        }
        if take(">>>") || take("julia>") || take("❯") {
            (isStrong, isOfOthers) = (true, true)
        } else if take("In ") {
            guard takeBracketed(), take(":") else { return nil }
            (isStrong, isOfOthers) = (true, true)
        } else if take("$") || take("%") {
            guard place < line.count, line[place] == " " else { return nil }
            (isStrong, isOfOthers) = (false, true)
        } else {
            if takeBracketed() { _ = take(" ") }
            guard take("lc") || take("LC") || take("Lc") else { return nil }
            _ = takeBracketed()
            guard take(">") else { return nil }
            (isStrong, isOfOthers) = (true, false)
        }
        guard place == line.count || line[place] == " " else { return nil }
        rest = Array(line[place...].drop { $0 == " " })
    }

    /// What follows `...>`, `...` or `...:`.
    static func continuation(_ line: [Unicode.Scalar]) -> [Unicode.Scalar]? {
        let dots = line.prefix { $0 == "." || $0 == "…" }
        guard dots.count >= 3 || dots.first == "…" else { return nil }
        var rest = line.dropFirst(dots.count)
        if rest.first == ">" || rest.first == ":" { rest = rest.dropFirst() }
        guard rest.first.map({ $0 == " " }) ?? true else { return nil }
        return Array(rest.dropFirst())
    }
}
