import Session
import Syntax
import TerminalText

/// Copied text in batch: its statements, or a refusal that names lines.
struct PastedText {
    let copied: CopiedText
    let runner: Runner

    private var terminal: Terminal { runner.terminal }

    /// The statements of the text; nil when it is refused.
    func source() -> Source? {
        let result = runner.session.normalizer.normalize(copied.text)
        let source = Source(name: copied.name, text: result.text)
        if runner.options.explain { explain(result) }
        for warning in result.warnings { terminal.writeError("lc: warning: \(warning)") }
        let refusals = refusals(of: result)
        refusals.forEach(terminal.writeError)
        guard refusals.isEmpty, !hasMistakes(result, source) else { return nil }
        if let summary = result.summary, !runner.options.quiet {
            terminal.writeError(terminal.dimError("  copied text: \(summary)"))
        }
        return source
    }

    /// Why a text is not run, where its evidence is not enough.
    private func refusals(of result: Normalizer.Result) -> [ShownText] {
        if let refusal = result.refusal { return ["lc: error: \(copied.name): \(refusal)"] }
        if !result.unclear.isEmpty {
            return result.unclear.map { line in
                "\(copied.name):\(line.number): error: unclear: \(line.reason): \(line.shown)"
            } + ["  hint: nothing was run; mend these lines, or see lc --paste --explain"]
        }
        let filled = result.lines.filter { !$0.text.allSatisfy(\.isWhitespace) }
        guard !result.hasCommands, !result.isWhole, let first = filled.first else { return [] }
        let count = "\(filled.count) line\(filled.count == 1 ? "" : "s")"
        return ["lc: error: no commands in the copied text (\(count); the first: \(first.shown))"]
    }

    /// Copied text runs whole or not at all. A script on standard input runs up to its mistake, as it
    /// does from a file.
    private func hasMistakes(_ result: Normalizer.Result, _ source: Source) -> Bool {
        guard !result.isWhole || runner.options.paste else { return false }
        let errors = Checker.check(source, known: runner.session.definedNames)
            .filter { $0.severity == .error }
        errors.forEach(runner.report)
        return !errors.isEmpty
    }

    private func explain(_ result: Normalizer.Result) {
        for line in result.lines where line.kind != .blank {
            let number = TerminalText.pad("\(line.number)", columns: 5, .right)
            let kind = TerminalText.pad(line.kind.rawValue, columns: 7)
            let text = line.kind == .command ? line.statement : line.text
            terminal.write(
                "\(number)  \(kind)  \(text)\n\(terminal.dim("                → \(line.reason)"))\n"
            )
        }
    }
}

extension JudgedLine {
    /// The line as a message shows it.
    var shown: String {
        let text = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        return TerminalText.columns(text) <= 60
            ? text : TerminalText.prefix(text, columns: 59) + "…"
    }
}
