/// A key that the reader handles itself or hands to one of libedit's functions by name.
///
/// Each is one character in libedit's key maps: a C1 control, which no terminal sends as text. So
/// nothing that `~/.editrc` binds can take these keys away, and no escape sequence reaches libedit.
package enum Key: UInt32, CaseIterable, Sendable {
    case enter = 0x80
    /// Alt-Enter: a new line in a block, whatever stands in it.
    case newline
    case tab
    case up, down, left, right, home, end
    case pageUp, pageDown
    case wordLeft, wordRight
    case delete, deleteWord
    case endOfFile
    case paste
    case interrupt
    case draft
    case compose
    case search
    /// Ends the line wherever the cursor is.
    case finish
    /// The three parts of what Ctrl-K does in a block.
    case mark, killRegion, killLine
    case backTab, help
    /// libedit's own end of the line, on one that has text.
    case lineEnd

    var character: Unicode.Scalar { Unicode.Scalar(rawValue) ?? " " }

    /// What follows `ESC [` or `ESC O` on xterm, tmux, rxvt and the Linux console.
    static func named(_ sequence: String) -> Key? { sequences[sequence] }

    /// Whether what follows `ESC [` may become a key's.
    static func isBegun(by sequence: String) -> Bool {
        sequences.keys.contains { $0.hasPrefix(sequence) }
    }

    private static let sequences: [String: Key] = {
        var table: [String: Key] = [
            "A": .up, "B": .down, "C": .right, "D": .left, "H": .home, "F": .end,
            "1~": .home, "7~": .home, "4~": .end, "8~": .end, "3~": .delete,
            "Z": .backTab, "P": .help, "11~": .help, "[A": .help,
            "5~": .pageUp, "6~": .pageDown, "a": .up, "b": .down, "c": .wordRight, "d": .wordLeft,
        ]
        // Shift is 2, Alt 3, Ctrl 5; with Shift one more.
        for modifier in 2...8 {
            let moves = modifier == 2
            table["1;\(modifier)A"] = moves ? .up : .pageUp
            table["1;\(modifier)B"] = moves ? .down : .pageDown
            table["1;\(modifier)C"] = moves ? .right : .wordRight
            table["1;\(modifier)D"] = moves ? .left : .wordLeft
            table["1;\(modifier)H"] = .home
            table["1;\(modifier)F"] = .end
            table["3;\(modifier)~"] = moves ? .delete : .deleteWord
        }
        return table
    }()
}
