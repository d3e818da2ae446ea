/// Text as a terminal gets it: the program's own styles and moves, and nothing else that acts on a
/// terminal.
///
/// What standard output and standard error show is of this type, and none is made of a string but
/// with its control characters made visible: a file's name or a word of the command line can forge
/// neither a colour nor, in an interpolation, a line.
package struct ShownText: Sendable, Equatable {
    /// What is written, with the codes of styles and moves.
    package private(set) var encoded: String

    init(encoded: String) { self.encoded = encoded }

    /// One line: control characters and newlines in the text are made visible.
    package init(_ text: String) { encoded = TerminalText.printable(text) }

    /// Several lines: newlines stay.
    package init(lines text: String) {
        encoded = text.split(separator: "\n", omittingEmptySubsequences: false)
            .map { TerminalText.printable(String($0)) }.joined(separator: "\n")
    }

    /// A move of the cursor, or an erasure.
    package init(_ move: ScreenMove) { encoded = move.code }

    /// What a terminal or its window is told.
    package init(_ notice: TerminalNotice) { encoded = notice.code }

    /// The same in a style that ends with it; nothing where there is no text.
    package func styled(_ style: TextStyle) -> ShownText {
        encoded.isEmpty || style.code.isEmpty
            ? self : ShownText(encoded: style.code + encoded + TextStyle.end)
    }

    package var isEmpty: Bool { encoded.isEmpty }

    package static func + (left: ShownText, right: ShownText) -> ShownText {
        ShownText(encoded: left.encoded + right.encoded)
    }

    package static func += (left: inout ShownText, right: ShownText) {
        left.encoded += right.encoded
    }
}

extension [ShownText] {
    package func joined(separator: ShownText = "") -> ShownText {
        guard var text = first else { return "" }
        for next in dropFirst() { text += separator + next }
        return text
    }
}

/// A literal is the program's own and may have several lines; each value in it is one line.
extension ShownText: ExpressibleByStringInterpolation {
    package init(stringLiteral text: String) { self.init(lines: text) }

    package init(stringInterpolation: StringInterpolation) { self = stringInterpolation.text }

    package struct StringInterpolation: StringInterpolationProtocol {
        fileprivate var text = ShownText(encoded: "")

        package init(literalCapacity: Int, interpolationCount: Int) {}

        package mutating func appendLiteral(_ literal: String) {
            text += ShownText(lines: literal)
        }

        package mutating func appendInterpolation(_ value: String) { text += ShownText(value) }

        package mutating func appendInterpolation(_ value: Int) { text += ShownText(String(value)) }

        package mutating func appendInterpolation(_ shown: ShownText) { text += shown }
    }
}
