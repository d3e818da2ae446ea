import Platform

/// Turns a text into its tree, in one pass without backing up further than a word.
///
/// The language is read by characters: a command's arguments are words that end at spaces, while
/// expressions ignore them, and which of the two follows is known only from what stands before.
/// Parsing never fails. A statement that cannot be understood becomes one diagnostic, and reading
/// goes on at the next statement.
package struct Parser {
    let source: Source
    var position = 0
    var diagnostics: [Diagnostic] = []
    var isIncomplete = false
    /// The number of blocks, brackets and expressions that are open.
    var depth = 0
    /// The number of parts that have been read, for `checkInterruption`.
    var steps = 0
    /// The number of brackets that are open around the position; inside them newlines are spaces.
    var openBrackets = 0

    /// What the end of the text belongs to, once the parser has reached it.
    var place: Place?
    /// The text ends in a comment.
    var endsInComment = false
    /// The parts that were read; nil where nobody asks for them.
    var marks: Marks?

    static let depthLimit = 200
    /// More than any call has: each argument takes a hundred times the memory of its text.
    static let argumentLimit = 100_000
    package static let diagnosticLimit = 100
    /// The number of parts that take long to free.
    static let longText = 100_000

    /// Thrown to give up on a statement whose diagnostic has been made.
    struct Abandoned: Error {}

    package static func parse(_ source: Source) -> Script {
        var parser = Parser(source: source)
        return parser.parse()
    }

    mutating func parse() -> Script {
        Script(
            source: source, statements: statements(untilBrace: false), diagnostics: diagnostics,
            isIncomplete: isIncomplete, place: place ?? Place(kind: .other, range: here))
    }
}
