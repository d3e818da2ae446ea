package import Syntax

/// A command made with `def`, with the text it stands in.
package struct UserCommand: Sendable {
    package let definition: Definition
    package let source: Source
}
