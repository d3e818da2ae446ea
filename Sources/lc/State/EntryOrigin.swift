import LineEditing
import Platform
import Session

/// When and where an entry of the history was entered, in words.
enum EntryOrigin {
    /// For a list: `[3] 09:41 ~/notes` of this session's third cell, `09:41 ~/notes` of today, `2026-11-25
    /// ~/notes` of another day.
    static func short(_ entry: HistoryEntry) -> String {
        guard let time = entry.time else { return "" }
        let cell = entry.cell.map { "[\($0)] " } ?? ""
        let moment = LocalTime(time)
        let isToday = moment.day == LocalTime(Clock.now).day
        return cell
            + ([isToday ? moment.clock : moment.day] + [entry.folder.map(folder)].compactMap(\.self))
            .joined(separator: " ")
    }

    /// For `history`.
    static func long(_ entry: HistoryEntry) -> EnteredText {
        guard let time = entry.time else { return EnteredText(entry.text) }
        let moment = LocalTime(time)
        let place = entry.folder.map { "  " + folder($0) } ?? ""
        return EnteredText(
            entry.text,
            origin: EnteredText.Origin(heading: moment.day + place, clock: moment.clock))
    }

    /// A folder with `~` for the home folder.
    static func folder(_ path: String) -> String {
        guard let home = CurrentProcess.variable("HOME"), !home.isEmpty,
            path == home || path.hasPrefix(home + "/")
        else { return path }
        return "~" + path.dropFirst(home.count)
    }
}
