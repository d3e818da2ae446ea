import Numeric

/// Numbers of the different words in some cells, found by the bytes of a cell: a text is made of
/// each different cell once.
struct WordCoder {
    /// A cell that was met.
    private struct Entry {
        let hash: UInt64
        let range: Range<Int>
        let code: Int32
    }

    /// The words, in the order in which they come.
    private(set) var words = WordNumbers()
    private var entries: [Entry] = []
    /// One more than the place of an entry, from its hash on; 0 where there is none. There is a power of
    /// two of them.
    private var places = [Int32](repeating: 0, count: 16)
    /// Hashes that nobody can foresee, for no file is to choose cells whose hashes are the same.
    private static let seed = UInt64.random(in: 0...UInt64.max)

    /// The number of a cell's word.
    mutating func code(of cell: TableCell, in bytes: Span<UInt8>) -> Int32 {
        let hash = TextKernels.hash(bytes, cell.range, seed: Self.seed)
        let mask = places.count - 1
        var place = Int(truncatingIfNeeded: hash) & mask
        while places[place] != 0 {
            let entry = entries[Int(places[place]) - 1]
            if entry.hash == hash, TextKernels.areEqual(bytes, entry.range, cell.range) {
                return entry.code
            }
            place = (place + 1) & mask
        }
        let code = words.number(of: cell.text(in: bytes))
        entries.append(Entry(hash: hash, range: cell.range, code: code))
        places[place] = Int32(entries.count)
        if 2 * entries.count > places.count { grow() }
        return code
    }

    private mutating func grow() {
        let mask = 4 * places.count - 1
        places = [Int32](repeating: 0, count: mask + 1)
        for (index, entry) in entries.enumerated() {
            var place = Int(truncatingIfNeeded: entry.hash) & mask
            while places[place] != 0 { place = (place + 1) & mask }
            places[place] = Int32(index + 1)
        }
    }
}

/// Numbers of different words, in the order in which they come.
struct WordNumbers {
    private(set) var words: [String] = []
    private var numbers: [String: Int32] = [:]

    mutating func number(of word: String) -> Int32 {
        if let number = numbers[word] { return number }
        let number = Int32(words.count)
        numbers[word] = number
        words.append(word)
        return number
    }
}
