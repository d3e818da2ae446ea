import LineEditing
import Session
import Syntax

/// What a paste in a session becomes, and what is said about it before Enter.
struct PasteReview {
    private let paste: String
    /// The paste stands inside a line, and is only mended.
    private let isFragment: Bool
    private let normalizer: Normalizer

    /// - Parameters:
    ///   - paste: the text.
    ///   - before: what stands before the cursor.
    ///   - session: where it will run.
    init(_ paste: String, after before: String, _ session: Session) {
        self.paste = paste
        let line = before.split(separator: "\n", omittingEmptySubsequences: false).last ?? ""
        isFragment = !line.allSatisfy(\.isWhitespace)
        normalizer = session.normalizer
    }

    var cleaned: CleanedPaste {
        if isFragment { return mended() }
        let result = normalizer.normalize(paste)
        if let refusal = result.refusal {
            return CleanedPaste(text: "", notes: ["warning: \(refusal)"], full: mended().text)
        }
        guard result.hasCommands || result.isWhole || !result.unclear.isEmpty else {
            return withoutCommands(result)
        }
        let doubtful = result.doubtful
        return CleanedPaste(
            text: trimmed(result.compactText),
            notes: notes(result) + question(result.unclear) + remark(doubtful),
            full: doubtful.isEmpty ? nil : trimmed(result.fullText))
    }

    private func mended() -> CleanedPaste {
        let result = normalizer.repair(paste)
        return CleanedPaste(text: trimmed(result.text), notes: notes(result))
    }

    /// A single line stands as it was; of several, Ctrl-T takes them in.
    private func withoutCommands(_ result: Normalizer.Result) -> CleanedPaste {
        let mended = mended()
        let filled = result.lines.filter { $0.kind != .blank }
        guard let first = filled.first, filled.count > 1 else { return mended }
        let note =
            "no commands in the pasted text (\(filled.count) lines; the first: \(first.shown));"
        return CleanedPaste(
            text: "", notes: [note + " Ctrl-T takes it as it is"], full: mended.text)
    }

    private func notes(_ result: Normalizer.Result) -> [String] {
        result.warnings.map { "warning: " + $0 }
            + (result.summary.map { ["pasted text: " + $0] } ?? [])
    }

    private func question(_ unclear: [JudgedLine]) -> [String] {
        unclear.prefix(3).map { "warning: line \($0.number) is unclear: \($0.reason)" }
    }

    private func remark(_ doubtful: [JudgedLine]) -> [String] {
        guard let first = doubtful.first else { return [] }
        let count = doubtful.count
        let numbers = doubtful.prefix(12).map { "\($0.number)" }.joined(separator: ", ")
        let lines =
            count == 1
            ? "1 line that looks like a command is" : "\(count) lines that look like commands are"
        return [
            "\(lines) taken as \(first.kind.rawValue): \(numbers)\(count > 12 ? " …" : ""); Ctrl-T takes \(count == 1 ? "it" : "them") in"
        ]
    }

    private func trimmed(_ text: String) -> String {
        var text = text
        while text.last == "\n" { text.removeLast() }
        return text
    }
}
