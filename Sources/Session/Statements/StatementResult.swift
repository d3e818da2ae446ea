package import Notebook
package import Syntax

extension Session {
    /// What one statement showed and gave.
    package struct StatementResult {
        package let cell: Int
        package let source: String
        package let value: Value
        package let outputs: [Output]
        package let seconds: Double
        package let error: Diagnostic?
        package let isInterrupted: Bool
    }
}
