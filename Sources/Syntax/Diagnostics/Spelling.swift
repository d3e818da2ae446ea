/// Finds the known word that a misspelt word stands for.
package enum Spelling {
    /// The candidate that is fewest slips of the finger away, when few enough: one for a short word,
    /// two for a longer one. A candidate that the word begins counts as near. Hangul that spells a
    /// candidate by its keys is taken for it, with one slip in four keys or more, for it may as well be
    /// a Korean word.
    package static func nearest(_ word: String, in candidates: [String]) -> String? {
        let keys = KoreanKeyboard.keys(of: word)
        let word = keys ?? word
        let typed = Array(word.lowercased())
        guard !typed.isEmpty, typed.count < 64 else { return nil }
        let limit = keys != nil ? (typed.count <= 3 ? 0 : 1) : typed.count <= 3 ? 1 : 2
        var best: (name: String, distance: Int)?
        for name in candidates where name.count < 64 {
            let distance = distance(typed, Array(name.lowercased()))
            if distance <= limit, distance < name.count, distance < best?.distance ?? .max {
                best = (name, distance)
            }
        }
        if let best { return best.name }
        if keys != nil { return nil }
        let completions = candidates.filter { $0.lowercased().hasPrefix(word.lowercased()) }
        return typed.count >= 2 && completions.count == 1 ? completions[0] : nil
    }

    /// Whether one slip of the finger leads from a word to another, or to its beginning. Both are small.
    package static func isOneSlip(from word: String, to other: String) -> Bool {
        let (typed, known) = (Array(word), Array(other))
        guard typed.count < 64 else { return false }
        return (typed.count - 1...typed.count + 1).contains { length in
            length > 0 && length <= known.count && typed.first == known.first
                && distance(typed, Array(known[..<length])) <= 1
        }
    }

    /// The fewest insertions, deletions, replacements and swaps of neighbours (optimal string
    /// alignment) that turn one word into the other.
    static func distance(_ a: [Character], _ b: [Character]) -> Int {
        var beforeLast: [Int] = []
        var last = Array(0...b.count)
        for i in 0..<a.count {
            var row = [i + 1]
            for j in 0..<b.count {
                var cost = min(last[j] + (a[i] == b[j] ? 0 : 1), last[j + 1] + 1, row[j] + 1)
                if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
                    cost = min(cost, beforeLast[j - 1] + 1)
                }
                row.append(cost)
            }
            beforeLast = last
            last = row
        }
        return last[b.count]
    }
}
