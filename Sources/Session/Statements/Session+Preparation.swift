package import Syntax

extension Session {
    /// Runs a statement before the first cell, which is none itself: one of a start-up file.
    package func prepare(_ statement: Statement, of source: Source) -> StatementResult {
        execute(statement, of: source, cell: nextCell)
    }
}
