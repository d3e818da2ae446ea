/// What a pattern finds. One that goes on from another pattern looks only at what that has found.
struct HistorySearchStep {
    let pattern: String
    /// Capital letters in the pattern are meant.
    let hasCapitals: Bool
    private let letters: [UInt8]
    private let letterSet: LetterSet
    /// Entries that have the pattern as it is, the newest first.
    private var exact: [HistoryIndex.Candidate] = []
    /// Entries that have its letters in this order, the newest first.
    private var loose: [HistoryIndex.Candidate] = []

    /// The entries as a list shows them.
    var hits: HistoryHits {
        // What has one letter and a space is not meant by the letter alone.
        let isWord = letters.count { $0 != 0x20 } > 1
        return HistoryHits(exact: exact, loose: isWord ? loose : [])
    }

    static func hasCapitals(_ pattern: String) -> Bool { pattern.contains(where: \.isUppercase) }

    init(_ pattern: String, after last: HistorySearchStep?, _ index: HistoryIndex) {
        self.pattern = pattern
        hasCapitals = !index.ignoresCase
        var letters: [UInt8] = []
        SearchText.appendLetters(of: pattern, ignoringCase: index.ignoresCase, to: &letters)
        self.letters = letters
        letterSet = LetterSet(letters)
        guard let last, last.hasCapitals == hasCapitals, letters.starts(with: last.letters) else {
            exact.reserveCapacity(index.count)
            for place in (0..<index.count).reversed() {
                take(HistoryIndex.Candidate(place), from: 0, index)
            }
            return
        }
        narrow(last, index)
    }

    /// Goes through both lists of the pattern before, in the order of the entries.
    private mutating func narrow(_ last: HistorySearchStep, _ index: HistoryIndex) {
        exact.reserveCapacity(last.exact.count)
        let known = last.letters.count
        var rest = 0
        for hit in last.exact {
            while rest < last.loose.count, last.loose[rest].place > hit.place {
                take(last.loose[rest], from: known, index)
                rest += 1
            }
            take(hit, from: known, index)
        }
        for hit in last.loose[rest...] { take(hit, from: known, index) }
    }

    @inline(__always)
    private mutating func take(
        _ candidate: HistoryIndex.Candidate, from known: Int, _ index: HistoryIndex
    ) {
        guard let found = index.narrow(candidate, to: letters, letterSet, from: known) else {
            return
        }
        if found.start != nil { exact.append(found) } else { loose.append(found) }
    }
}

/// The entries that a search finds, as places in the history: those that have the pattern as it is, and behind
/// them those that have its letters.
package struct HistoryHits: RandomAccessCollection {
    fileprivate(set) var exact: [HistoryIndex.Candidate] = []
    fileprivate(set) var loose: [HistoryIndex.Candidate] = []

    /// Those that have the pattern as it is.
    var exactPlaces: [Int] { exact.map { Int($0.place) } }

    package var startIndex: Int { 0 }

    package var endIndex: Int { exact.count + loose.count }

    package subscript(position: Int) -> Int {
        Int(
            position < exact.count
                ? exact[position].place : loose[position - exact.count].place)
    }
}
