import RandomScripts
import Syntax

/// Scripts that run in a session of their own.
enum TrialRun {
    private static let home = TrialHome()

    /// Runs a script; says what it was where it breaks a promise.
    static func run(_ text: String) {
        let trial = Trial(home: home.path)
        Trial.limited { trial.run(Source(name: "fuzz", text: text)) }
        if let first = trial.broken.first { promise(false, "\(first)\n\(text)") }
    }
}
