import Notebook
import Session
import Syntax
import TerminalText

/// The objects that `--json` prints: one a statement, on one line. Programs rely on their form.
enum JSONLine {
    /// With `isQuiet`, rows of a result are an object each, and a file that was read or written is not
    /// told.
    static func texts(_ result: Session.StatementResult, isQuiet: Bool) -> [ShownText] {
        guard isQuiet, result.error == nil, case .record(let record) = result.value else {
            return [text(result)]
        }
        guard case .list(let rows) = record["rows"] else {
            return record["file"] == nil ? [text(result)] : []
        }
        return rows.items.compactMap { row in
            if case .record(let row) = row { shown(JSON(row).text) } else { nil }
        }
    }

    /// What a result says of its rows beside them, for standard error.
    static func remarks(_ result: Session.StatementResult) -> [ShownText] {
        guard case .record(let record) = result.value, case .list(let remarks) = record["remarks"]
        else { return [] }
        return remarks.items.map { "  \($0.text)" }
    }

    static func text(_ result: Session.StatementResult) -> ShownText {
        var record: Record = ["cell": .count(result.cell), "source": .string(result.source)]
        if let error = result.error {
            record["error"] = described(error)
        } else {
            if case .record = result.value {
                record["record"] = result.value
            } else {
                record["record"] = .record([:])
            }
            if case .record = result.value {
            } else if result.value != .nothing {
                record["value"] = result.value
            }
        }
        let lines = result.outputs.compactMap { output -> Value? in
            if case .text(let text) = output { .string(text) } else { nil }
        }
        if !lines.isEmpty { record["output"] = .list(lines) }
        if result.isInterrupted { record["interrupted"] = true }
        return shown(JSON(record).text)
    }

    /// A script that cannot be read: no statement was run.
    static func text(_ diagnostic: Diagnostic) -> ShownText {
        let line = diagnostic.source.lineRange(containing: diagnostic.range.lower)
        let record: Record = [
            "cell": .nothing, "source": .string(diagnostic.source.text(in: line)),
            "error": described(diagnostic),
        ]
        return shown(JSON(record).text)
    }

    /// JSON writes as they are what a terminal must not get: C1 controls and marks that turn the
    /// direction of writing. They stand in strings alone, so that an escape means the same.
    private static func shown(_ json: String) -> ShownText {
        var text = ""
        for scalar in json.unicodeScalars {
            if (0x7F..<0xA0).contains(scalar.value) || TerminalText.turnsDirection(scalar) {
                let digits = String(scalar.value, radix: 16)
                text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            } else {
                text.unicodeScalars.append(scalar)
            }
        }
        return "\(text)\n"
    }

    private static func described(_ diagnostic: Diagnostic) -> Value {
        let place = diagnostic.source.location(of: diagnostic.range.lower)
        return .record([
            "message": .string(diagnostic.message),
            "hint": diagnostic.hint.map(Value.string) ?? .nothing,
            "file": .string(diagnostic.source.name), "line": .count(place.line),
            "column": .count(place.column),
        ])
    }
}
