import Platform

/// What is wrong with a statement, and where reading goes on after it.
extension Parser {
    /// The character here as a range of at least one byte, for a caret.
    var here: SourceRange {
        guard let byte = current, byte != UInt8(ascii: "\n") else {
            return SourceRange(position, position)
        }
        var end = position + 1
        while let next = self.byte(at: end), next & 0xC0 == 0x80 { end += 1 }
        return SourceRange(position, end)
    }

    mutating func fail(_ message: String, hint: String? = nil, at range: SourceRange? = nil)
        -> Abandoned
    {
        if diagnostics.count < Parser.diagnosticLimit {
            diagnostics.append(Diagnostic(message, hint: hint, at: range ?? here, in: source))
        }
        return Abandoned()
    }

    /// Gives up a long text when that is asked for: nothing of it is read from here on.
    mutating func checkInterruption() throws(Abandoned) {
        steps += 1
        guard steps % 4096 == 0, Abandonment.isRequested else { return }
        position = source.bytes.count
        throw fail("interrupted")
    }

    /// Goes one level deeper, or makes a diagnostic beyond `depthLimit`.
    mutating func descend() throws(Abandoned) {
        try checkInterruption()
        guard depth < Parser.depthLimit, !StackBudget.isSpent else { throw tooDeep() }
        depth += 1
    }

    mutating func tooDeep() -> Abandoned {
        fail("this is nested more than \(Parser.depthLimit) deep")
    }

    /// Skips to where the next statement can begin: over blocks and brackets that are opened on
    /// the way, up to a line's end, a `;` or a `}`.
    mutating func recover() {
        openBrackets = 0
        var braces = 0
        while let byte = current {
            switch byte {
            case UInt8(ascii: "\n"), UInt8(ascii: ";"):
                if braces == 0 { return }
            case UInt8(ascii: "{"): braces += 1
            case UInt8(ascii: "}"):
                if braces == 0 { return }
                braces -= 1
            case UInt8(ascii: "\""), UInt8(ascii: "'"): skipQuoted(byte)
            default: break
            }
            if !isAtEnd { marks?.skip(source.bytes[position], at: position, in: source) }
            position += 1
        }
    }

    /// Goes from an opening quote to the closing one on the same line.
    private mutating func skipQuoted(_ quote: UInt8) {
        var place = position + 1
        while let byte = byte(at: place), byte != UInt8(ascii: "\n") {
            if byte == quote {
                position = place
                return
            }
            place += byte == UInt8(ascii: "\\") ? 2 : 1
        }
    }
}
