import Platform

/// What a terminal understands beside text, by its name and by what it says of itself in the environment.
package struct TerminalFeatures: Sendable, Equatable {
    /// Titles, marks around prompts, reports of the window's focus; what it does not understand of these it
    /// ignores.
    package var isWindow = false
    /// Progress in the window's frame; some other terminals would show its numbers as a message.
    package var showsProgress = false
    package var showsMessages = false
    /// Shapes of the cursor.
    package var hasCursorShapes = false

    /// A terminal that only prints has none of them.
    package init(term: String, isPlain: Bool, variable: (String) -> String?) {
        let isConsole =
            term == "linux" || term.hasPrefix("vt") || term.hasPrefix("con") || term == "ansi"
        guard !isPlain, !isConsole else { return }
        isWindow = true
        hasCursorShapes = true
        let program = variable("TERM_PROGRAM") ?? ""
        let isNamed = { (names: [String]) in
            names.contains { term.contains($0) || program.contains($0) }
        }
        let vte = variable("VTE_VERSION").flatMap { Int($0) } ?? 0
        showsProgress =
            variable("WT_SESSION") != nil || variable("ConEmuPID") != nil || vte >= 7900
            || isNamed(["ghostty"])
        showsMessages = isNamed(["ghostty", "kitty", "iTerm", "WezTerm", "wezterm"])
    }

    /// The terminal that the process is in.
    static func own(isPlain: Bool) -> TerminalFeatures {
        TerminalFeatures(
            term: CurrentProcess.variable("TERM") ?? "dumb", isPlain: isPlain,
            variable: CurrentProcess.variable)
    }
}
