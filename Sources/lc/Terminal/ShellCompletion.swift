import LineEditing
import Platform
import Session

/// Candidates on a line that the shell runs: programs where a command begins, files elsewhere.
enum ShellCompletion {
    /// nil for a line that is not the shell's.
    static func list(_ before: String, _ session: Session) -> Completions? {
        guard before.hasPrefix("!"), !before.contains("\n") else { return nil }
        let line = before.dropFirst()
        let start = wordStart(line)
        let word = String(line[start...])
        let isCommand = line[..<start].last { $0 != " " }.map { "|;&(".contains($0) } ?? true
        let candidates =
            isCommand && !word.contains("/") && !word.isEmpty
            ? programs(word) : FileCompletion.candidates(word, session, first: [])
        return Completions(replaced: word.unicodeScalars.count, candidates: candidates)
    }

    /// Where the last word begins; a space in quotes or behind a backslash is part of it.
    private static func wordStart(_ line: Substring) -> Substring.Index {
        var start = line.startIndex
        var quote: Character?
        var last: Character = " "
        for place in line.indices {
            let character = line[place]
            if character == quote {
                quote = nil
            } else if quote == nil, last != "\\" {
                if character == "\"" || character == "'" { quote = character }
                if " |;&(<>".contains(character) { start = line.index(after: place) }
            }
            last = character
        }
        return start
    }

    /// The programs in the folders of `PATH` whose names begin so.
    private static func programs(_ word: String) -> [Completions.Candidate] {
        var found: [String: String] = [:]
        for folder in (CurrentProcess.variable("PATH") ?? "").split(separator: ":") {
            FolderEntries.forEach(in: String(folder)) { entry in
                let name = String(decoding: entry.nameBytes, as: UTF8.self)
                if name.hasPrefix(word), found[name] == nil { found[name] = String(folder) }
                return true
            }
        }
        return found.sorted { $0.key < $1.key }.map {
            Completions.Candidate(text: $0.key, detail: $0.value)
        }
    }
}
