/// What the keys do, for those who ask.
package enum KeyHelp {
    package static let keys: [(key: String, meaning: String)] = [
        ("Enter", "run the cell; where it is incomplete, begin a new line of it"),
        ("Alt-Enter", "begin a new line in any case"),
        ("Tab", "complete the word, or list what it may become; again, choose from the list"),
        ("F1", "what the word at the cursor is"),
        ("Right, Ctrl-F, End", "at the end of the line take what is suggested"),
        (
            "Up, Down",
            "through the lines of a block, then through what begins as the line does, or has it"
        ),
        ("PageUp, PageDown", "through the whole history at once"),
        ("Ctrl-R", "list what the history has; again for an older entry, Ctrl-S for a newer one"),
        ("Ctrl-O", "run the entry that is shown, and bring the one that followed it"),
        (
            "Ctrl-]",
            "to the bracket's partner; Alt-Ctrl-F, Alt-Ctrl-B over pairs"
        ),
        ("Ctrl-C", "clear the line; stop work and keep the best so far; twice, stop at once"),
        ("Ctrl-D", "at an empty line, leave"),
        ("Ctrl-Z", "back to the shell; fg comes back"),
        ("Ctrl-A, Ctrl-E", "to the beginning and the end of the line; Home and End too"),
        ("Ctrl-Left, Alt-B", "a word back; Ctrl-Right, Alt-F a word forth"),
        ("Ctrl-W, Ctrl-K, Ctrl-U", "cut the word before, the rest, all; Ctrl-Y puts it back"),
        ("Ctrl-_, Alt-/", "take changes back; bring them again"),
        ("Alt-., Alt-Y", "the last argument of an entry; after Ctrl-Y, what was cut before"),
        ("Ctrl-X Ctrl-E", "the block in $VISUAL or $EDITOR"),
        ("Ctrl-L", "clear the screen"),
        ("Ctrl-T", "take in what was left out of a paste; again, leave it out"),
    ]

    /// The keys and their meanings, with what `~/.editrc` may change.
    package static var text: String {
        let width = keys.map(\.key.count).max() ?? 0
        let lines = keys.map { key, meaning in
            "  \(key)\(String(repeating: " ", count: width - key.count + 2))\(meaning)"
        }
        return lines.joined(separator: "\n") + """

              A paste is one cell: prompts, outputs and prose are left out, odd characters mended.
              Lines left out that look like commands are told of, and Ctrl-T takes them in.
              Typed lines alone: cd, pwd, ls, !command, !!, fg, ?word, colours dark|light|none, exit.
              A line that begins with a space is not kept. bind -v in ~/.editrc brings vi's keys.
            """
    }
}
