import Files

/// The classes of a table: which words are one class, and in which order classes are.
enum TableClasses {
    private static let most = 10_000

    /// The names of the classes, and the class of each word.
    ///
    /// - Throws: for more than 10 000 classes.
    static func of(
        _ words: [String], column: String, path: String
    ) throws(FileError) -> (names: [String], classes: [Int32]) {
        let nameOfWord = names(of: words)
        let ordered = ordered(Set(nameOfWord.values))
        guard ordered.count <= most else {
            throw FileError(
                "\(path) has \(ordered.count) different values in column \(column)",
                hint: "choose the class column with label=NAME")
        }
        let numbers = Dictionary(uniqueKeysWithValues: ordered.enumerated().map { ($1, Int32($0)) })
        return (ordered, words.map { nameOfWord[$0].flatMap { numbers[$0] } ?? 0 })
    }

    /// The name of the class of each word. Where every word is a number, equal numbers are one class,
    /// with the shortest of its words as its name: `1`, `1.0` and `01` are the class `1`. Where a word
    /// is no number, each word is a class, so that `01` and `1` stay apart beside `A1`.
    static func names(of words: [String]) -> [String: String] {
        let numbers = words.compactMap { Double($0) }.filter(\.isFinite)
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
            if let number = Double(name), number.isFinite { numbers[number] = Int32(index) }
        }
        let areNumbers = numbers.count == names.count
        return words.map { word in
            places[word] ?? (areNumbers ? Double(word).flatMap { numbers[$0] } : nil)
        }
    }
}
