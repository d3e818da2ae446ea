/// `?sgd`, `sgd?`, `??sgd`: asks help, as in IPython and Julia.
enum QuestionWord: LineWord {
    static let words: [String: String] = [:]

    static func request(_ line: String) -> LineRequest? {
        guard line.hasPrefix("?") || line.hasSuffix("?") else { return nil }
        let words = line.drop { $0 == "?" }.reversed().drop { $0 == "?" }.reversed()
            .split(separator: " ").map(String.init)
        // A longer line is a question to a person.
        guard words.count <= 3, !line.contains("\"") else { return nil }
        let isWord = { (word: String) in
            word.allSatisfy { $0.isLetter || $0.isNumber || "_-=".contains($0) }
        }
        guard words.allSatisfy(isWord) else { return nil }
        let asked = words.map { $0.filter { $0 != "=" } }.filter { !$0.isEmpty }
        guard asked.count > 2 else {
            return .statement((["help"] + asked).joined(separator: " "))
        }
        return .statement("help \"" + asked.joined(separator: " ") + "\"")
    }
}
