/// How text looks: numbers of the terminal's "select graphic rendition", which can do nothing else.
package struct TextStyle: Sendable, Equatable {
    private let numbers: [UInt8]

    package init(_ numbers: [UInt8]) { self.numbers = numbers }

    package static let plain = TextStyle([])
    package static let dim = TextStyle([2])
    package static let inverse = TextStyle([7])
    package static let underlined = TextStyle([4])
    /// The word that says how bad something is.
    package static let severity = TextStyle([1, 31])
    /// What points at a place in a line.
    package static let pointer = TextStyle([1, 32])

    package var isPlain: Bool { numbers.isEmpty }

    package static func + (left: TextStyle, right: TextStyle) -> TextStyle {
        TextStyle(left.numbers + right.numbers)
    }

    var code: String {
        numbers.isEmpty ? "" : "\u{1B}[" + numbers.map(String.init).joined(separator: ";") + "m"
    }

    static let end = "\u{1B}[0m"
}
