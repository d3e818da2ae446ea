/// What the value of a parameter may be.
package enum ParameterKind: Sendable {
    case number(NumberRule)
    case count(ClosedRange<Int>)
    case flag
    case choice([String])
    case text
    case path
    case numbers
    /// A list of words; its items need no quotes.
    case words
    /// Statements in `{ }`, which the command runs.
    case block
    /// Any value, which the command checks; with what it may be, in an error's words.
    case value(String)
    /// Every argument that is left, as it is.
    case rest

    package enum NumberRule: String, Sendable {
        case any = "a number"
        case positive = "a number above 0"
        case notNegative = "a number of at least 0"
        case share = "a number from 0 to 1"
        case size = "a share below 100%, or a whole number of examples"

        package func allows(_ value: Double) -> Bool {
            switch self {
            case .any: value.isFinite
            case .positive: value.isFinite && value > 0
            case .notNegative: value.isFinite && value >= 0
            case .share: value >= 0 && value <= 1
            case .size: value >= 0 && (value < 1 || value == value.rounded()) && value.isFinite
            }
        }
    }

    /// The kind in an error's words: `a whole number of at least 1`.
    package var expectation: String {
        switch self {
        case .number(let rule): rule.rawValue
        case .count(let range):
            range.upperBound == .max
                ? "a whole number of at least \(range.lowerBound)"
                : "a whole number from \(range.lowerBound) to \(range.upperBound)"
        case .flag: "on or off"
        case .choice(let names): "one of \(names.joined(separator: ", "))"
        case .text: "a word or a string"
        case .path: "the name of a file or folder"
        case .numbers: "a list of numbers, as in [1, 2.5, 3]"
        case .words: "a list of words, as in [id, name]"
        case .block: "statements in { }"
        case .value(let expectation): expectation
        case .rest: "anything"
        }
    }

    package var isFlag: Bool { if case .flag = self { true } else { false } }
    package var isBlock: Bool { if case .block = self { true } else { false } }
    package var isWords: Bool { if case .words = self { true } else { false } }
}
