import LineEditing
import Session

/// What a typed line can ask for that no script can: it is about the session in the terminal, and no part
/// of what a session saves.
protocol LineWord: Sendable {
    /// The words that such a line may begin with, with their meanings, for completion and help.
    static var words: [String: String] { get }

    /// What a line asks for; nil where it is none of this kind.
    static func request(_ line: String) -> LineRequest?
}

enum LineRequest {
    /// Ends the session.
    case leave
    /// Runs a statement that means the same.
    case statement(String)
    /// Acts on the program around the session; what is thrown is shown.
    case action((LineWordContext) throws(Failure) -> Void)
}

/// What a line word may act on.
struct LineWordContext {
    let terminal: Terminal
    /// nil where the terminal can only print.
    let editor: LineEditor?
}

/// Every kind of line that is no statement.
enum LineWords {
    static let all: [any LineWord.Type] = [
        LeavingWord.self, QuestionWord.self, FolderWord.self, ListingWord.self, ShellWord.self,
        ColoursWord.self,
    ]

    /// The words of all kinds with their meanings.
    static var words: [String: String] {
        all.reduce(into: [:]) { words, word in
            words.merge(word.words) { first, _ in first }
        }
    }

    /// What a line asks for; nil for statements, and where the session has given the word a meaning.
    static func request(_ line: String, in session: Session) -> LineRequest? {
        let text = trimmed(line)
        let first = String(text.prefix { $0.isLetter || $0 == "_" })
        guard !text.contains("\n"), session.state.definitions[first] == nil,
            session.state.variables[first] == nil
        else { return nil }
        return all.lazy.compactMap { $0.request(text) }.first
    }

    private static func trimmed(_ line: String) -> String {
        let kept = line.drop(while: \.isWhitespace)
        return String(kept.reversed().drop(while: \.isWhitespace).reversed())
    }
}
