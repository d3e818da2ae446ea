package import Syntax

/// Copied text in batch: all of its statements, or a refusal that names lines.
package struct CopiedReading {
    package let result: Normalizer.Result
    package let source: Source
    /// Why the text is not run, in sentences without its name.
    package let refusals: [String]
    /// Mistakes of its statements.
    package let mistakes: [Diagnostic]

    package var isRefused: Bool { !refusals.isEmpty || !mistakes.isEmpty }

    /// - Parameters:
    ///   - text: what was copied.
    ///   - name: what messages call it.
    ///   - session: where it would run.
    ///   - mayBeScript: whether a text of statements only runs up to its first mistake, as a script does.
    package init(_ text: String, name: String, in session: Session, mayBeScript: Bool) {
        let result = session.normalizer.normalize(text)
        self.result = result
        source = Source(name: name, text: result.text)
        refusals = Self.refusals(result, name)
        let isChecked = refusals.isEmpty && !(mayBeScript && result.isWhole)
        mistakes =
            isChecked
            ? Checker.check(source, known: session.definedNames).filter { $0.severity == .error }
            : []
    }

    private static func refusals(_ result: Normalizer.Result, _ name: String) -> [String] {
        if let refusal = result.refusal { return ["lc: error: \(name): \(refusal)"] }
        if !result.unclear.isEmpty {
            return result.unclear.map { line in
                "\(name):\(line.number): error: unclear: \(line.reason): \(line.shown)"
            } + ["  hint: nothing was run; mend these lines, or see lc --paste --explain"]
        }
        let filled = result.lines.filter { $0.kind != .blank }
        guard !result.hasCommands, !result.isWhole, let first = filled.first else { return [] }
        let count = "\(filled.count) line\(filled.count == 1 ? "" : "s")"
        return ["lc: error: no commands in the copied text (\(count); the first: \(first.shown))"]
    }
}
