/// What the text of a cell of features means.
enum CellMeaning: Equatable {
    case number(Float)
    case missing
    /// A number beyond the largest in single precision.
    case tooLarge
    case word

    private static let missingWords: Set<String> = [
        "", "?", "NA", "N/A", "n/a", "NaN", "nan", "NULL", "null", "<NA>", "#N/A", "#NA", "-NaN",
        "-nan",
    ]

    init(_ text: String, _ decimals: TableDecimals) {
        let number = decimals == .comma ? TableDecimals.number(withComma: text) : Float(text)
        if Self.isMissing(text) {
            self = .missing
        } else if let number, number.isFinite {
            self = .number(number)
        } else if let number, number.isInfinite, text.contains(where: \.isNumber) {
            self = .tooLarge
        } else {
            self = .word
        }
    }

    static func isMissing(_ text: String) -> Bool { missingWords.contains(text) }

    /// How many different texts of cells are missing values.
    static var missingCount: Int { missingWords.count }
}
