/// A part of a text as the parser read it: what it is in the grammar.
package struct Mark: Equatable, Sendable {
    package enum Kind: Sendable {
        /// A reserved word.
        case keyword
        /// The first word of a statement that is a call, known or not.
        case command
        /// The key of an option: `lr` in `lr=0.1`.
        case option
        /// An argument that is a bare word.
        case word
        /// A new name: of a variable, a definition, a field of a record.
        case name
        case variable
        case function
        /// `loss` in `r.loss`
        case field
        case number
        /// `true`, `false`, `nothing`
        case constant
        /// The characters of a string, with its quotes.
        case string
        case comment
    }

    package let kind: Kind
    package let range: SourceRange
}

/// An opening bracket or quote with the one that closes it; nil where none does.
package struct BracketPair: Equatable, Sendable {
    package let open: SourceRange
    package internal(set) var close: SourceRange?
}
