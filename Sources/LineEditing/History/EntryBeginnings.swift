/// The first eight bytes of each entry as one number, so that a hundred thousand entries are compared with
/// what is typed in a moment.
struct EntryBeginnings {
    private var keys: [UInt64] = []

    init(_ entries: [String]) { keys = entries.map(Self.key) }

    mutating func append(_ entry: String) { keys.append(Self.key(entry)) }

    mutating func remove(at place: Int) { keys.remove(at: place) }

    private static func key(_ text: String) -> UInt64 {
        text.utf8.prefix(8).enumerated().reduce(0) { key, byte in
            key | UInt64(byte.element) << UInt64(56 - 8 * byte.offset)
        }
    }

    /// The last place before another whose entry may begin so, and passes a test.
    func last(
        before end: Int, beginning prefix: String, where isMeant: (Int) -> Bool
    ) -> Int? {
        let (key, mask) = Self.keyAndMask(prefix)
        var place = min(end, keys.count)
        while place > 0 {
            place -= 1
            if keys[place] & mask == key, isMeant(place) { return place }
        }
        return nil
    }

    /// The first place from another on whose entry may begin so, and passes a test.
    func first(
        from start: Int, beginning prefix: String, where isMeant: (Int) -> Bool
    ) -> Int? {
        let (key, mask) = Self.keyAndMask(prefix)
        for place in start..<max(start, keys.count)
        where keys[place] & mask == key && isMeant(place) { return place }
        return nil
    }

    private static func keyAndMask(_ prefix: String) -> (key: UInt64, mask: UInt64) {
        let count = min(8, prefix.utf8.count)
        return (key(prefix), count == 0 ? 0 : ~0 << UInt64(64 - 8 * count))
    }
}
