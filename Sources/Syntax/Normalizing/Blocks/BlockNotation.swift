/// What a line that begins a block of code says.
struct BlockBegin {
    /// Which of the notation's marks it is.
    var name = ""
    let language: String
    /// Code on the same line.
    var rest = ""
}

/// A way to mark blocks of code.
protocol BlockNotation: Sendable {
    /// What a line says that begins a block; `before` is the line above it.
    static func begin(of line: String, _ before: String) -> BlockBegin?
    /// What stands before the mark that ends a block; nil where the line does not end it.
    static func end(of line: String, _ name: String) -> String?
    /// Code without the notation's escapes.
    static func plain(_ code: String) -> String
}

extension BlockNotation {
    static func plain(_ code: String) -> String { code }

    /// What stands before a mark at the end of a line.
    static func text(of line: String, before mark: String) -> String? {
        let trimmed = line.trimmedEnd
        return trimmed.hasSuffix(mark) ? String(trimmed.dropLast(mark.count)) : nil
    }
}

extension String {
    var trimmedEnd: String { String(scalars: Line.trimmedEnd(Array(unicodeScalars))) }

    var trimmedBoth: String {
        let scalars = unicodeScalars
        guard scalars.first?.isSpace == true || scalars.last?.isSpace == true else { return self }
        return String(scalars: Line.trim(Array(scalars)))
    }
}
