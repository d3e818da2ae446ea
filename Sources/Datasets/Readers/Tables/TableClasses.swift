import Files

/// The classes of a table: which words are one class, and in which order classes are.
enum TableClasses {
    private static let most = 10_000
    /// Above it, different whole numbers are the same in double precision.
    private static let largestNumber = 0x1p53

    /// The names of the classes, and the class of each word; `place` is where they stand, and `hint` what
    /// to do where they are no classes.
    ///
    /// - Throws: for more than 10 000 classes.
    static func of(
        _ words: [String], in place: String, hint: String
    ) throws(FileError) -> (names: [String], classes: [Int32]) {
        let nameOfWord = names(of: words)
        let ordered = ordered(Set(nameOfWord.values))
        guard ordered.count <= most else {
            throw FileError(
                "\(place) has \(ordered.count) different values, and at most 10 000 classes are read",
                hint: hint)
        }
        let numbers = Dictionary(uniqueKeysWithValues: ordered.enumerated().map { ($1, Int32($0)) })
        return (ordered, words.map { nameOfWord[$0].flatMap { numbers[$0] } ?? 0 })
    }

    /// The name of the class of each word. Where every word is a number, equal numbers are one class,
    /// with the shortest of its words as its name: `1`, `1.0` and `01` are the class `1`. Where a word
    /// is no number, or a number is so large that others are equal to it in double precision, each word is a
    /// class, so that `01` and `1` stay apart beside `A1`.
    static func names(of words: [String]) -> [String: String] {
        let numbers = words.compactMap(number)
        guard numbers.count == words.count else {
            return Dictionary(uniqueKeysWithValues: words.map { ($0, $0) })
        }
        var names: [String: String] = [:]
        for same in Dictionary(grouping: words, by: { Double($0) ?? 0 }).values {
            let name = same.min { ($0.utf8.count, $0) < ($1.utf8.count, $1) }
            for word in same { names[word] = name }
        }
        return names
    }

    /// Numbers by size, words by the alphabet.
    private static func ordered(_ names: Set<String>) -> [String] {
        guard names.allSatisfy({ Double($0)?.isFinite == true }) else { return names.sorted() }
        return names.sorted { (Double($0) ?? 0, $0) < (Double($1) ?? 0, $1) }
    }

    /// The class of each word of another table; nil for a word that is none.
    static func match(_ words: [String], with names: [String]) -> [Int32?] {
        var places: [String: Int32] = [:]
        var numbers: [Double: Int32] = [:]
        for (index, name) in names.enumerated() {
            places[name] = Int32(index)
            if let number = number(name) { numbers[number] = Int32(index) }
        }
        let areNumbers = numbers.count == names.count
        return words.map { word in
            places[word] ?? (areNumbers ? number(word).flatMap { numbers[$0] } : nil)
        }
    }

    /// The number that a word is, where no other is equal to it in double precision.
    private static func number(_ word: String) -> Double? {
        Double(word).flatMap { abs($0) <= largestNumber ? $0 : nil }
    }
}
