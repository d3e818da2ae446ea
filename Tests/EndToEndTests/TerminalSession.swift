import TestSupport
import Testing

/// The built program in a session on a pseudo-terminal, with a home folder of its own.
final class TerminalSession {
    let home = TemporaryFolder()

    func start(
        locale: String? = "C.UTF-8", term: String = "xterm-256color", columns: Int = 80,
        rows: Int = 24, wrapsAgain: Bool = true, arguments: [String] = [], variables: [String] = []
    ) throws -> PseudoTerminal {
        let terminal = try #require(
            PseudoTerminal(
                BuiltProgram.path, arguments, environment: environment(locale, term) + variables,
                columns: columns, rows: rows, wrapsAgain: wrapsAgain))
        #expect(terminal.wait(for: "lc> "))
        return terminal
    }

    func environment(_ locale: String? = "C.UTF-8", _ term: String = "xterm-256color") -> [String] {
        ["TERM=\(term)", "HOME=\(home.path)", "XDG_STATE_HOME=\(home.path)", "PATH=/usr/bin:/bin"]
            + (locale.map { ["LANG=\($0)"] } ?? [])
    }

    /// A session whose greeting has been cleared away.
    func startEmpty(columns: Int = 80, rows: Int = 24, wrapsAgain: Bool = true) throws
        -> PseudoTerminal
    {
        let terminal = try start(columns: columns, rows: rows, wrapsAgain: wrapsAgain)
        terminal.send("\u{C}")
        #expect(terminal.wait { $0.text == "[1] lc>" })
        return terminal
    }
}

extension PseudoTerminal {
    /// Waits until the screen shows exactly this.
    func shows(
        _ text: String, seconds: Double = 60, sourceLocation: SourceLocation = #_sourceLocation
    ) {
        let isSo = wait(seconds: seconds) { $0.text == text }
        #expect(
            isSo, "the screen shows:\n\(model.text)\nnot:\n\(text)", sourceLocation: sourceLocation)
    }

    /// Waits until the screen shows this anywhere.
    func contains(
        _ text: String, seconds: Double = 60, sourceLocation: SourceLocation = #_sourceLocation
    ) {
        let isSo = wait(seconds: seconds) { $0.text.contains(text) }
        #expect(
            isSo, "the screen shows:\n\(model.text)\nwithout:\n\(text)",
            sourceLocation: sourceLocation)
    }
}
