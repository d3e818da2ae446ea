import LineEditing
import Session

/// A session's candidates with paths of the file system.
enum CompletionList {
    static func make(_ before: String, _ session: Session) -> Completions {
        if let shell = ShellCompletion.list(before, session) { return shell }
        let found = Completion.candidates(for: before, in: session)
        let word = String(decoding: Array(before.utf8)[found.start...], as: UTF8.self)
        var candidates = found.candidates.map {
            Completions.Candidate(text: $0.text, detail: $0.detail)
        }
        if found.wantsPath {
            let paths = FileCompletion.candidates(word, session, first: found.endings)
            let wantsFolder = before.hasPrefix("cd ")
            candidates += paths.filter { !wantsFolder || $0.detail == FileCompletion.folder }
        }
        return Completions(replaced: word.unicodeScalars.count, candidates: candidates)
    }
}
