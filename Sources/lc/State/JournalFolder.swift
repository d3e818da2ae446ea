import Session
import TerminalText

/// `$XDG_STATE_HOME/lc/journals`, only for its owner.
enum JournalFolder {
    /// Gives a session its journal, and what an earlier one left.
    static func begin(_ session: Session, _ terminal: Terminal) {
        guard let folder = StateFolder.make("journals") else { return }
        session.recovery.lost = LostSession.find(in: folder)
        session.recovery.journal = Journal(folder: folder)
        guard let lost = session.recovery.lost else { return }
        let cells = lost.count == 1 ? "1 cell" : "\(lost.count) cells"
        let text =
            "a session of \(cells) ended \(age(lost)) without quit: recover brings it back, "
            + "recover discard forgets it"
            + (lost.earlierCount > 0
                ? "; \(lost.earlierCount) earlier ones are offered after it" : "")
        terminal.write("\(DisplayLines.make(text, columns: terminal.columns))\n\n")
    }

    private static func age(_ lost: LostSession) -> String {
        let minutes = max(0, lost.age) / 60
        if minutes < 1 { return "just now" }
        if minutes < 120 { return "\(minutes) min ago" }
        return minutes < 2880 ? "\(minutes / 60) hours ago" : "\(minutes / 1440) days ago"
    }
}
