/// What the program does to a screen beside writing text.
package enum ScreenMove: Sendable {
    case lineStart
    /// The beginning of the next line of a terminal that is raw.
    case nextLine
    /// The rows below; the screen scrolls where there is none.
    case down(Int)
    case up(Int)
    case right(Int)
    case eraseLine
    case eraseBelow
    case clear
    /// Has the terminal say where its cursor is.
    case askPlace
    /// Has the terminal say what colour its background has.
    case askBackground

    var code: String {
        switch self {
        case .lineStart: "\r"
        case .nextLine: "\r\n"
        case .down(let count): String(repeating: "\n", count: max(0, count))
        case .up(let count): count > 0 ? "\u{1B}[\(count)A" : ""
        case .right(let count): count > 0 ? "\u{1B}[\(count)C" : ""
        case .eraseLine: "\u{1B}[K"
        case .eraseBelow: "\u{1B}[J"
        case .clear: "\u{1B}[H\u{1B}[2J"
        case .askPlace: "\u{1B}[6n"
        case .askBackground: "\u{1B}]11;?\u{1B}\\"
        }
    }
}
