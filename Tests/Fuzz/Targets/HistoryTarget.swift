import LineEditing

/// The history of earlier sessions, up to the first byte 0, and then an entry that is added to it.
enum HistoryTarget: FuzzTarget {
    static let name = "history"
    static let words = ["\\n", "\\\\", "\n", "\r\n", "\\", "n\u{301}", "load iris\n", "\\n\u{301}"]

    static func take(_ bytes: [UInt8]) {
        let file = HistoryFile(FuzzFolder.file("history", Array(bytes.prefix { $0 != 0 })))
        let entry = String(decoding: bytes.drop { $0 != 0 }.dropFirst(), as: UTF8.self)
        promise(file.problem == nil, "a history that cannot be used")
        let before = file.entries().map(\.text)
        file.append(HistoryEntry(entry))
        let after = file.entries().map(\.text)
        promise(after == before + (entry.isEmpty ? [] : [entry]), "an entry is not as it was typed")
        var history = LineHistory(after)
        promise(entry.isEmpty || history.entries.last == entry, "the last entry is not the last")
        promise(Set(history.entries) == Set(after), "an entry is missing")
        var shown: [String] = []
        while let entry = history.previous(from: "") { shown.append(entry) }
        promise(shown.reversed() == history.entries, "the way up leaves entries out")
    }
}
