/// One thing that is wrong with a text: what, where, and what to do about it.
///
/// It is data; `DiagnosticRenderer` makes the line, the caret and the sentence from it.
package struct Diagnostic: Error, Equatable, Sendable {
    package enum Severity: String, Sendable { case error, warning }

    package var severity: Severity
    /// One sentence without a final period, starting in lower case: `sgd has no option 'btach'`.
    package var message: String
    /// What to do, shown beside the caret: `did you mean 'batch'?`.
    package var hint: String?
    package var source: Source
    package var range: SourceRange

    package init(
        _ message: String, hint: String? = nil, at range: SourceRange, in source: Source,
        severity: Severity = .error
    ) {
        self.severity = severity
        self.message = message
        self.hint = hint
        self.source = source
        self.range = range
    }

    package static func == (a: Diagnostic, b: Diagnostic) -> Bool {
        a.severity == b.severity && a.message == b.message && a.hint == b.hint
            && a.range == b.range && a.source === b.source
    }
}
