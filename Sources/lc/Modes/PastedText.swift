import Session
import Syntax
import TerminalText

/// Copied text in batch, and what is said about it.
struct PastedText {
    let copied: CopiedText
    let runner: Runner

    private var terminal: Terminal { runner.terminal }

    /// The statements of the text; nil when it is refused.
    func source() -> Source? {
        let reading = CopiedReading(
            copied.text, name: copied.name, in: runner.session, mayBeScript: !runner.options.paste)
        if runner.options.explain { explain(reading.result) }
        for warning in reading.result.warnings { terminal.writeError("lc: warning: \(warning)") }
        for refusal in reading.refusals { terminal.writeError("\(refusal)") }
        reading.mistakes.forEach(runner.report)
        if reading.isRefused { return nil }
        if let summary = reading.result.summary, !runner.options.quiet {
            terminal.writeError(terminal.dimError("  copied text: \(summary)"))
        }
        return reading.source
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
