import Plotting

/// How many colours a terminal has, by the name that TERM gives it: as terminfo has it for the
/// families of names, without its files, which small systems lack.
enum TerminalColours {
    /// A terminal that prints and does nothing else.
    static func isPlain(_ term: String) -> Bool { ["", "dumb", "unknown"].contains(term) }

    /// The colours of a terminal; `promise` is the value of COLORTERM, which terminals set that have
    /// all of them.
    static func depth(_ term: String, promise: String) -> TerminalStyle.ColourDepth {
        if isPlain(term) || isMonochrome(term) { return .none }
        let names = allColours.contains { term.contains($0) }
        if names || ["truecolor", "24bit"].contains(promise) { return .trueColour }
        if term.contains("256color") { return .palette256 }
        return term.hasSuffix("16color") ? .palette16 : .palette8
    }

    private static let allColours = ["direct", "kitty", "alacritty", "ghostty", "wezterm", "foot"]

    /// DEC's terminals from vt52 to vt525, and names that say it.
    private static func isMonochrome(_ term: String) -> Bool {
        let parts = term.split(separator: "-")
        let isDEC =
            term.hasPrefix("vt") && (parts.first?.dropFirst(2).allSatisfy(\.isNumber) ?? false)
        return isDEC && term != "vt525"
            || ["m", "mono"].contains(parts.last.map(String.init) ?? "")
    }
}
