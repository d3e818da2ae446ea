import RandomScripts
import Session
import Syntax

/// Journals of sessions that ended without `quit`: found, brought back, or left out.
enum JournalTarget: FuzzTarget {
    static let name = "journal"
    static let words = [
        "{source: \"x = 1\", seconds: 0.1, outputs: [\"a\"], seed: 1, keep: 0, log: [\"x = 1\"]}\n",
        "basis: {data: \"a\"}", "weights: \"x1\"", "error: \"e\"", "json: \"{}\"", "value: 3",
        "keep: 1e300", "keep: -1", "seed: 1e300", "log: [", "outputs: [{", "axes: ", "layers: [",
    ]
    private static let home = TrialHome()

    static func take(_ bytes: [UInt8]) {
        _ = FuzzFolder.file("journals.journal", bytes)
        let trial = Trial(home: home.path)
        trial.session.recovery.lost = LostSession.find(in: FuzzFolder.path)
        Trial.limited {
            trial.run(Source(name: "recover", text: "recover\ncells\nsave ~/written.html"))
        }
        promise(trial.broken.isEmpty, trial.broken.first ?? "")
    }
}
