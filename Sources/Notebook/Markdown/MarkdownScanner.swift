/// Definitions of links by their labels.
typealias MarkdownDefinitions = [String: MarkdownTarget]

/// Reads the parts of links: labels, addresses and titles.
struct MarkdownScanner {
    let scalars: Scalars
    var position = 0

    init(_ scalars: Scalars, position: Int = 0) {
        self.scalars = scalars
        self.position = position
    }

    var next: Unicode.Scalar? { position < scalars.count ? scalars[position] : nil }
    var rest: ArraySlice<Unicode.Scalar> { scalars[min(position, scalars.count)...] }

    mutating func take(_ scalar: Unicode.Scalar) -> Bool {
        guard next == scalar else { return false }
        position += 1
        return true
    }

    /// White space with at most one end of a line; whether there was any.
    @discardableResult
    mutating func skipSpace() -> Bool {
        let start = position
        var lines = 0
        while let scalar = next, scalar == " " || scalar == "\t" || scalar == "\n" {
            if scalar == "\n" { lines += 1 }
            if lines > 1 { break }
            position += 1
        }
        return position > start
    }

    /// `[label]: address "title"` to the end of a line.
    mutating func definition() -> (label: String, target: MarkdownTarget)? {
        let start = position
        guard let label = label(), take(":"), var target = definedTarget() else {
            position = start
            return nil
        }
        let behindAddress = position
        if skipSpace(), let title = title(), skipToNextLine() {
            target.title = title
            return (label, target)
        }
        position = behindAddress
        if skipToNextLine() { return (label, target) }
        position = start
        return nil
    }

    private mutating func definedTarget() -> MarkdownTarget? {
        skipSpace()
        return address().map { MarkdownTarget(address: $0, title: nil) }
    }

    private mutating func skipToNextLine() -> Bool {
        while let scalar = next, scalar == " " || scalar == "\t" { position += 1 }
        return next == nil || take("\n")
    }

    /// `[label]` as the key of a definition: letters' case and the kind of white space do not count.
    mutating func label() -> String? {
        guard next == "[" else { return nil }
        var end = position + 1
        while end < scalars.count, end - position <= 1000, scalars[end] != "]" {
            if scalars[end] == "[" { return nil }
            end += scalars[end] == "\\" ? 2 : 1
        }
        guard end < scalars.count, scalars[end] == "]" else { return nil }
        let key = Self.key(scalars[(position + 1)..<end])
        guard !key.isEmpty else { return nil }
        position = end + 1
        return key
    }

    static func key(_ label: ArraySlice<Unicode.Scalar>) -> String {
        String(scalars: label).lowercased().uppercased().split(whereSeparator: \.isWhitespace)
            .joined(separator: " ")
    }

    /// An address that a link may have; nil, and nothing read, where none stands here.
    mutating func address() -> String? {
        let start = position
        guard let text = take("<") ? angledAddress() : plainAddress(),
            let address = MarkdownAddress.encoded(MarkdownText.plain(text))
        else {
            position = start
            return nil
        }
        return address
    }

    private mutating func angledAddress() -> ArraySlice<Unicode.Scalar>? {
        let start = position
        while let scalar = next, scalar != "\n", scalar != "<" {
            if take(">") { return scalars[start..<position - 1] }
            position = min(position + (scalar == "\\" ? 2 : 1), scalars.count)
        }
        return nil
    }

    /// Up to white space; parentheses inside come in pairs, at most 32 in one another.
    private mutating func plainAddress() -> ArraySlice<Unicode.Scalar>? {
        let start = position
        var open = 0
        while let scalar = next, scalar.value > 0x20, scalar.value != 0x7F {
            if scalar == "(" { open += 1 }
            if open > 32 { return nil }
            if scalar == ")" {
                if open == 0 { break }
                open -= 1
            }
            let isEscape =
                scalar == "\\" && position + 1 < scalars.count
                && MarkdownText.isPunctuation(ascii: scalars[position + 1])
            position += isEscape ? 2 : 1
        }
        return open == 0 && position > start ? scalars[start..<position] : nil
    }

    /// A title in quotes or parentheses.
    mutating func title() -> String? {
        guard let open = next, open == "\"" || open == "'" || open == "(" else { return nil }
        let close = open == "(" ? ")" : open
        var end = position + 1
        while end < scalars.count, scalars[end] != close {
            if open == "(", scalars[end] == "(" { return nil }
            end += scalars[end] == "\\" ? 2 : 1
        }
        guard end < scalars.count else { return nil }
        defer { position = end + 1 }
        return MarkdownText.plain(scalars[(position + 1)..<end])
    }
}
