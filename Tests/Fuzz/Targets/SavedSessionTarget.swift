import RandomScripts
import Session
import Syntax

/// Saved sessions, opened and verified.
enum SavedSessionTarget: FuzzTarget {
    static let name = "session"
    static let words = LanguageWords.all
    private static let home = TrialHome()

    static func take(_ bytes: [UInt8]) {
        let path = FuzzFolder.file("fuzz.lc", bytes)
        let trial = Trial(home: home.path)
        Trial.limited { trial.run(Source(name: "open", text: "open session \(path)")) }
        promise(trial.broken.isEmpty, trial.broken.first ?? "")

        let source = Source(name: "fuzz.lc", text: String(decoding: bytes, as: UTF8.self))
        let session = Trial(home: home.path).session
        let script = Parser.parse(source)
        guard !script.diagnostics.contains(where: { $0.severity == .error }) else { return }
        Trial.limited {
            for statement in script.statements where !session.isFinished {
                let result = session.run(statement: statement, of: source)
                if result.error != nil || result.isInterrupted { break }
                _ = SavedSession.difference(
                    after: statement, of: source, value: result.value, state: session.state)
                _ = SavedSession.numberCount(after: statement, of: source)
            }
            let saved = SavedSession.text(session.state)
            let diagnostics = Parser.parse(Source(name: "saved", text: saved)).diagnostics
            promise(
                !diagnostics.contains { $0.severity == .error },
                "what is saved is no script: \(saved)")
        }
    }
}
