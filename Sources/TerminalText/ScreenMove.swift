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
    /// Has the terminal say what colour its background has, and then what kind of terminal it is: those that do
    /// not know the first question answer the second.
    case askBackground

    /// Puts back what another program may have left: styles, a hidden cursor, its own screen, a part of the screen
    /// that scrolls, reports of the mouse.
    case ownModes

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
        case .ownModes:
            // The cursor stays where it is: what moves it is between ESC 7 and ESC 8.
            "\u{1B}7\u{1B}[?1049l\u{1B}7\u{1B}[r\u{1B}8\u{1B}[0m\u{1B}[?25h\u{1B}[?7h"
                + "\u{1B}[?1000l\u{1B}[?1002l\u{1B}[?1003l\u{1B}[?1006l"
        case .askPlace: "\u{1B}[6n"
        case .askBackground: "\u{1B}]11;?\u{1B}\\\u{1B}[c"
        }
    }
}
