package import Syntax

/// A command made with `def`, with the text it stands in.
package struct UserCommand: Sendable {
    package let definition: Definition
    package let source: Source
    /// Where its statements may write: what the text allowed that it stands in.
    package let writes: WritePolicy
}
