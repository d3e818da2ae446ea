/// What a terminal or its window is told beside text and moves; it takes no place on the screen.
package enum TerminalNotice: Sendable {
    /// The window's title; ``keepTitle`` before it has the terminal remember the one before, and
    /// ``oldTitle`` brings that back.
    case title(String)
    case keepTitle, oldTitle
    /// How much of a long work is done, in percent; nil for none.
    case progress(Int?)
    case bell
    /// A message on the desktop.
    case message(String)
    /// Where a prompt begins, where it ends, and where the output of what was typed begins and ends.
    case promptStart, promptEnd, outputStart
    case outputEnd(status: Int)
    /// A bar in vi's insert mode, a block in its command mode, or the terminal's own cursor.
    case barCursor, blockCursor, ownCursor

    private static let textLimit = 100

    /// The text without anything that could end the notice and begin another.
    private static func harmless(_ text: String) -> String {
        TerminalText.prefix(TerminalText.clean(text), columns: textLimit)
    }

    var code: String {
        switch self {
        case .title(let text): Self.command("0;" + Self.harmless(text))
        case .keepTitle: "\u{1B}[22;0t"
        case .oldTitle: "\u{1B}[23;0t"
        case .progress(let percent):
            Self.command(percent.map { "9;4;1;\(min(100, max(0, $0)))" } ?? "9;4;0;0")
        case .bell: "\u{7}"
        case .message(let text): Self.command("9;" + Self.harmless(text))
        case .promptStart: Self.command("133;A")
        case .promptEnd: Self.command("133;B")
        case .outputStart: Self.command("133;C")
        case .outputEnd(let status): Self.command("133;D;\(status)")
        case .barCursor: "\u{1B}[6 q"
        case .blockCursor: "\u{1B}[2 q"
        case .ownCursor: "\u{1B}[0 q"
        }
    }

    private static func command(_ text: String) -> String { "\u{1B}]\(text)\u{1B}\\" }
}
