/// `sgd lr=10^-3`: an argument is no expression, and only a number is meant.
enum PowersOfTen {
    /// The line with a number for each power of ten.
    static func rewritten(_ line: [Unicode.Scalar]) -> [Unicode.Scalar] {
        guard line.contains("^") else { return line }
        var rules = NumberRules(line, allPowers: true)
        return rules.rewrite()
    }
}
