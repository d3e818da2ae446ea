/// What `script` and asciinema record: every byte that a terminal was sent.
enum TerminalRecording {
    /// The text that stood on the screen in the end, with everything that scrolled out of it; nil where
    /// a text is no recording.
    static func screen(of text: String) -> String? {
        if let bytes = asciinema(text) { return render(bytes) }
        guard moves(text) else { return nil }
        return render(text)
    }

    /// Whether a text has line ends of a terminal, and moves its cursor.
    private static func moves(_ text: String) -> Bool {
        var hasEscape = false
        var previous: Unicode.Scalar = " "
        var moves = false
        for next in text.unicodeScalars {
            if previous == "\u{1B}", next == "[" { hasEscape = true }
            if hasEscape, previous == "\r", next != "\n", next != "\r" { moves = true }
            if moves { return true }
            if next == "\u{8}", hasEscape { return true }
            previous = next
        }
        return false
    }

    private static func render(_ bytes: String) -> String {
        var screen = TerminalScreen()
        screen.write(bytes)
        return screen.text
    }

    /// The output events of a recording, joined.
    private static func asciinema(_ text: String) -> String? {
        let lines = text.split(whereSeparator: \.isNewline)
        guard let head = lines.first, head.hasPrefix("{"), head.contains("\"version\"") else {
            return nil
        }
        if let whole = JSONReader.value(of: Array(text.unicodeScalars)),
            case .list(let events)? = whole["stdout"]
        {
            return output(events, at: 1, of: nil)
        }
        let events = lines.dropFirst().compactMap { JSONReader.value(of: Array($0.unicodeScalars)) }
        guard !events.isEmpty else { return nil }
        return output(events, at: 2, of: "o")
    }

    private static func output(_ events: [JSONReader.Value], at place: Int, of kind: String?)
        -> String
    {
        events.reduce(into: "") { bytes, event in
            guard case .list(let fields) = event, fields.count > place else { return }
            if let kind, fields[1].text != kind { return }
            bytes += fields[place].text ?? ""
        }
    }
}
