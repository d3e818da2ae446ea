/// What was entered before, oldest first, and the way through it.
package struct LineHistory {
    package private(set) var entries: [String]
    /// The entry that is shown; nil on the new line.
    package private(set) var position: Int?
    /// Where Down goes on from a new line: behind the entry that was run again.
    private var following: Int?
    /// Entries that failed when they were run last, which nobody should be offered.
    package var failed: Set<String> = []
    /// The new line as it was left.
    private var draft = ""

    package static let limit = 10_000

    package init(_ entries: [String]) {
        self.entries = []
        var seen: Set<String> = []
        for entry in entries.reversed() where seen.insert(entry).inserted {
            self.entries.append(entry)
        }
        self.entries = self.entries.prefix(Self.limit).reversed()
    }

    /// Puts an entry at the end; an equal one before it goes. What followed an entry that was brought
    /// back is what Down brings next.
    package mutating func add(_ entry: String) {
        let origin = position
        beginLine()
        failed.remove(entry)
        following = origin.map { $0 + 1 }
        if let old = entries.firstIndex(of: entry) {
            entries.remove(at: old)
            if let place = following, old < place { following = place - 1 }
        }
        if following == entries.count { following = nil }
        entries.append(entry)
        if entries.count > Self.limit {
            entries.removeFirst()
            following = following.flatMap { $0 > 0 ? $0 - 1 : nil }
        }
    }

    /// A new line begins.
    package mutating func beginLine() { (position, draft) = (nil, "") }

    /// The entry before the shown one; nil at the oldest.
    package mutating func previous(from line: String) -> String? {
        let place = (position ?? entries.count) - 1
        guard place >= 0 else { return nil }
        if position == nil { draft = line }
        position = place
        return entries[place]
    }

    /// The entry after the shown one, at last the new line; nil there.
    package mutating func next(from line: String) -> String? {
        guard let place = position else {
            guard line.isEmpty, let place = following, place < entries.count else { return nil }
            (position, following) = (place, nil)
            return entries[place]
        }
        if place + 1 < entries.count {
            position = place + 1
            return entries[place + 1]
        }
        position = nil
        return draft
    }

    /// Goes to an entry, as a search does.
    package mutating func show(_ place: Int, from line: String) -> String {
        if position == nil { draft = line }
        position = place
        return entries[place]
    }

    /// The newest entry that goes on from a line; what it adds.
    package func continuation(of line: String) -> String? {
        let found = entries.last {
            $0.utf8.count > line.utf8.count && $0.hasPrefix(line) && !failed.contains($0)
        }
        return found.map { String($0.dropFirst(line.count)) }
    }
}
