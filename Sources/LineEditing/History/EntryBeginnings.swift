/// The first sixteen bytes of each entry as two numbers, so that a hundred thousand entries are compared with
/// what is typed in a moment.
struct EntryBeginnings {
    private var first: [UInt64] = []
    private var second: [UInt64] = []

    init(_ entries: [String]) {
        first.reserveCapacity(entries.count)
        second.reserveCapacity(entries.count)
        for entry in entries { append(entry) }
    }

    mutating func append(_ entry: String) {
        let (head, tail) = Self.numbers(entry)
        first.append(head)
        second.append(tail)
    }

    mutating func remove(at place: Int) {
        first.remove(at: place)
        second.remove(at: place)
    }

    private static func numbers(_ text: String) -> (UInt64, UInt64) {
        var numbers: (UInt64, UInt64) = (0, 0)
        for (place, byte) in text.utf8.prefix(16).enumerated() {
            let shifted = UInt64(byte) << UInt64(56 - 8 * (place % 8))
            if place < 8 { numbers.0 |= shifted } else { numbers.1 |= shifted }
        }
        return numbers
    }

    /// The last place before another whose entry may begin so, and passes a test.
    func last(
        before end: Int, beginning prefix: String, where isMeant: (Int) -> Bool
    ) -> Int? {
        let pattern = Pattern(prefix)
        var place = min(end, first.count)
        while place > 0 {
            place -= 1
            if pattern.mayBegin(first[place], second[place]), isMeant(place) { return place }
        }
        return nil
    }

    /// The first place from another on whose entry may begin so, and passes a test.
    func first(
        from start: Int, beginning prefix: String, where isMeant: (Int) -> Bool
    ) -> Int? {
        let pattern = Pattern(prefix)
        for place in start..<max(start, first.count)
        where pattern.mayBegin(first[place], second[place]) && isMeant(place) { return place }
        return nil
    }

    /// What entries begin with, and which bits of their numbers it says.
    private struct Pattern {
        private let numbers: (UInt64, UInt64)
        private let masks: (UInt64, UInt64)

        init(_ prefix: String) {
            numbers = EntryBeginnings.numbers(prefix)
            let count = prefix.utf8.count
            masks = (Self.mask(count), Self.mask(count - 8))
        }

        private static func mask(_ count: Int) -> UInt64 {
            count <= 0 ? 0 : ~0 << UInt64(64 - 8 * min(8, count))
        }

        func mayBegin(_ head: UInt64, _ tail: UInt64) -> Bool {
            head & masks.0 == numbers.0 && tail & masks.1 == numbers.1
        }
    }
}
