/// What was entered before, oldest first, and the way through it.
package struct LineHistory {
    package private(set) var entries: [String]
    private var beginnings: EntryBeginnings
    /// By small letters, and as they are; made where somebody searches, or has not typed for a while.
    private var index: HistoryIndex?
    private var ownCase: HistoryIndex?
    /// When and where an entry was entered, by its text.
    private var origins: [String: HistoryEntry] = [:]
    /// The entry that is shown; nil on the new line.
    package private(set) var position: Int?
    /// Where Down goes on from a new line: behind the entry that was run again.
    private var following: Int?
    /// Entries that failed when they were run last, which nobody should be offered.
    package var failed: Set<String> = [] { didSet { lastFound = nil } }
    /// The new line as it was left.
    private var draft = ""
    /// What entries must begin with to be shown: what stood before the cursor on the new line.
    private var filter = ""
    /// Where no entry begins so: those that have it inside, the newest first; nil until they are looked for.
    private var inside: [Int]?
    private var goesInside = false
    /// Entries as they were changed on the way through, by their places; kept until Enter.
    private var changed: [Int: String] = [:]
    /// The line that was asked about last, and the newest entry that goes on from it.
    private var lastFound: (line: String, place: Int?)?

    package static let limit = 100_000

    package init(_ entries: [String]) { self.init(entries.map { HistoryEntry($0) }) }

    package init(_ entries: [HistoryEntry]) {
        var kept: [String] = []
        for entry in entries.reversed() where origins[entry.text] == nil {
            origins[entry.text] = entry
            kept.append(entry.text)
        }
        self.entries = kept.prefix(Self.limit).reversed()
        beginnings = EntryBeginnings(self.entries)
    }

    /// When and where an entry was entered last.
    package func origin(of place: Int) -> HistoryEntry {
        origins[entries[place]] ?? HistoryEntry(entries[place])
    }

    /// Puts an entry at the end; an equal one before it goes. What followed an entry that was brought
    /// back is what Down brings next.
    package mutating func add(_ entry: HistoryEntry) {
        let origin = position
        beginLine()
        failed.remove(entry.text)
        following = origin.map { $0 + 1 }
        insert(entry)
    }

    package mutating func add(_ entry: String) { add(HistoryEntry(entry)) }

    /// Puts an entry at the end that another session has made.
    package mutating func insert(_ entry: HistoryEntry) {
        (lastFound, inside) = (nil, nil)
        if origins[entry.text] != nil, let old = entries.lastIndex(of: entry.text) {
            remove(at: old)
            if let place = following, old < place { following = place - 1 }
        }
        origins[entry.text] = entry
        if following == entries.count { following = nil }
        entries.append(entry.text)
        beginnings.append(entry.text)
        index?.append(entry.text)
        ownCase?.append(entry.text)
        guard entries.count > Self.limit else { return }
        origins[entries[0]] = nil
        remove(at: 0)
        following = following.flatMap { $0 > 0 ? $0 - 1 : nil }
    }

    private mutating func remove(at place: Int) {
        entries.remove(at: place)
        beginnings.remove(at: place)
        index?.remove(at: place)
        ownCase?.remove(at: place)
    }

    /// A new line begins.
    package mutating func beginLine() {
        (position, draft, filter, changed) = (nil, "", "", [:])
        goesInside = false
    }

    // MARK: - The way

    /// The entry before the shown one; nil at the oldest. On the new line `beginning` chooses the entries
    /// that the way leads through: those that begin so, and where none does, those that have it inside.
    package mutating func previous(from line: String, beginning: String = "") -> String? {
        if position == nil { (filter, inside, goesInside) = (beginning, nil, false) }
        var found = goesInside ? nil : placeBefore(line)
        if found == nil, goesInside || position == nil, !filter.isEmpty {
            let places = placesInside()
            found = places.first { $0 < position ?? entries.count && entries[$0] != line }
            goesInside = goesInside || found != nil
        }
        return found.map { go(to: $0, from: line) }
    }

    private func placeBefore(_ line: String) -> Int? {
        beginnings.last(before: position ?? entries.count, beginning: filter) {
            entries[$0].hasPrefix(filter) && entries[$0] != line
        }
    }

    /// The entry after the shown one, at last the new line; nil there.
    package mutating func next(from line: String) -> String? {
        guard let place = position else {
            guard line.isEmpty, let place = following, place < entries.count else { return nil }
            following = nil
            return go(to: place, from: line)
        }
        if let found = placeAfter(place) { return go(to: found, from: line) }
        keep(line)
        position = nil
        return draft
    }

    private mutating func placeAfter(_ place: Int) -> Int? {
        if goesInside { return placesInside().last { $0 > place } }
        let (entries, filter) = (entries, filter)
        return beginnings.first(from: place + 1, beginning: filter) {
            entries[$0].hasPrefix(filter)
        }
    }

    private mutating func placesInside() -> [Int] {
        if let inside { return inside }
        var search = search(before: nil)
        search.append(filter)
        let found = search.hits.exactPlaces
        inside = found
        return found
    }

    /// Whether the shown entry was found by what stood on the new line.
    package var isFiltered: Bool { position != nil && !filter.isEmpty }

    /// Where that stands among the characters of a text; nil where it was changed away.
    package func filtered(in text: String) -> Range<Int>? {
        goesInside || text.hasPrefix(filter) ? SearchText.place(of: filter, in: text) : nil
    }

    private mutating func go(to place: Int, from line: String) -> String {
        keep(line)
        position = place
        return changed[place] ?? entries[place]
    }

    /// Goes to an entry as it was entered, as a search does.
    package mutating func show(_ place: Int, from line: String) -> String {
        keep(line)
        changed[place] = nil
        position = place
        return entries[place]
    }

    private mutating func keep(_ line: String) {
        guard let position else { return draft = line }
        changed[position] = line == entries[position] ? nil : line
    }

    // MARK: - Searches

    /// Makes ready a part of what a search goes through; called again, the rest.
    package mutating func prepareSearch() {
        if index == nil {
            index = HistoryIndex(entries)
        } else if ownCase == nil {
            ownCase = HistoryIndex(entries, ignoresCase: false)
        }
    }

    /// A search that begins before an entry, or at the end.
    package mutating func search(before position: Int?) -> HistorySearch {
        if index == nil { prepareSearch() }
        return HistorySearch(entries, index ?? HistoryIndex([]), ownCase, before: position)
    }

    // MARK: - Suggestions

    /// The newest entry that goes on from a line; what it adds.
    package mutating func continuation(of line: String) -> String? {
        var end = entries.count
        // What goes on from a longer line goes on from the shorter one too.
        if let (known, place) = lastFound, line.hasPrefix(known) {
            guard let place else { return nil }
            end = min(end, place + 1)
        }
        let (entries, failed) = (entries, failed)
        let found = beginnings.last(before: end, beginning: line) {
            entries[$0].utf8.count > line.utf8.count && entries[$0].hasPrefix(line)
                && !failed.contains(entries[$0])
        }
        lastFound = (line, found)
        return found.map { String(entries[$0].dropFirst(line.count)) }
    }
}
