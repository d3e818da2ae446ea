import Datasets
package import Syntax

/// A session as a script: the statements that led to its state, with the seed and the data's
/// fingerprint, and the numbers that each gave, in comments that `lc verify` compares.
package enum SavedSession {
    static let numbersMark = "#= "

    private static let firstWords = "# A session of lc."

    /// Whether a text is a session that was saved, by this version or an earlier one.
    static func isSaved(_ source: Source) -> Bool { source.text.hasPrefix(firstWords) }

    package static func text(_ state: SessionState) -> String {
        var lines = [
            "\(firstWords) `lc FILE.lc` repeats it, `lc verify FILE.lc` compares the numbers."
        ]
        if state.log.first?.source.hasPrefix("seed ") != true {
            lines.append("seed \(state.firstSeed)")
        }
        for entry in state.log {
            lines.append("")
            lines.append(entry.source)
            let numbers = numbers(entry)
            if !numbers.isEmpty { lines.append(numbersMark + numbers) }
            if let loaded = entry.loaded { lines.append("data fingerprint=\(loaded.digest.text)") }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// `loss=0.25 run=1 weights=x…`, words that hold spaces left out.
    private static func numbers(_ entry: LogEntry) -> String {
        let weights = entry.weights.map { [("weights", $0.text)] } ?? []
        return (entry.numbers.map { ($0.name, $0.text) } + weights)
            .filter { !$0.1.contains(where: \.isWhitespace) && !$0.1.isEmpty }
            .map { "\($0.0)=\($0.1)" }.joined(separator: " ")
    }

    /// A number that differs between a saved session and its repetition.
    package struct Difference: Sendable {
        package let line: Int
        package let name: String
        package let saved: String
        package let replayed: String
    }

    /// Compares what a statement gave with the comment after it.
    package static func difference(
        after statement: Statement, of source: Source, value: Value, state: SessionState
    ) -> Difference? {
        var fresh = Dictionary(
            value.comparableNumbers.map { ($0.name, $0.text) }, uniquingKeysWith: { $1 })
        fresh["weights"] = state.classifier?.digest.text
        let (line, saved) = numbers(after: statement, of: source)
        for (name, text) in saved {
            let replayed = fresh[name] ?? "nothing"
            if replayed != text, !isEarlier(text, than: replayed, of: name) {
                return Difference(line: line, name: name, saved: text, replayed: replayed)
            }
        }
        return nil
    }

    /// Whether a word is what version 1.0 wrote for this value: runs that did their steps were all
    /// `finished`, those too whose loss grew all the way. One that was ended has other weights.
    private static func isEarlier(_ word: String, than replayed: String, of name: String) -> Bool {
        name == "stop" && word == "finished"
            && ["converged", "limit", "stalled", "diverged"].contains(replayed)
    }

    /// How many numbers the comment after a statement has.
    package static func numberCount(after statement: Statement, of source: Source) -> Int {
        numbers(after: statement, of: source).saved.count
    }

    private static func numbers(after statement: Statement, of source: Source)
        -> (line: Int, saved: [(name: String, text: String)])
    {
        let line = source.location(of: statement.range.upper).line
        let next = source.line(after: statement.range.upper)
        guard next.hasPrefix(numbersMark) else { return (line, []) }
        let saved = next.dropFirst(numbersMark.count).split(separator: " ").compactMap { pair in
            let parts = pair.split(separator: "=", maxSplits: 1).map(String.init)
            return parts.count == 2 ? (name: parts[0], text: parts[1]) : nil
        }
        return (line, saved)
    }
}
