import Syntax

/// The last argument of an entry, as it stands in its text.
package enum LastArgument {
    /// nil where the last statement has no argument.
    package static func text(in entry: String) -> String? {
        let script = Parser.parse(Source(name: "", text: entry))
        guard let statement = script.statements.last else { return nil }
        let range: SourceRange? =
            switch statement.kind {
            case .command(let call), .assignment(_, .command(let call)),
                .returnValue(.command(let call)):
                call.arguments.last?.range
            case .assignment(_, .expression(let value)), .expression(let value): value.range
            default: nil
            }
        return range.map(script.source.text(in:))
    }
}
