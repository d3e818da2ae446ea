/// What a session knows of the language's words; a reader of copied text asks it about lines.
package struct Vocabulary {
    /// What the checker finds in a text without running it.
    package enum Finding: Equatable, Sendable {
        case fine
        /// It goes on: a bracket or a block is open at its end.
        case incomplete
        /// Why it cannot run, and whether another spelling is proposed.
        case problem(String, hasProposal: Bool)
    }

    /// The words that begin a statement: commands, and definitions of the session.
    let commands: Set<String>
    /// Commands that take work away or act on files; a lone word of prose never runs them.
    let risky: Set<String>
    /// Commands whose reports show statements: `history`, `help`.
    let listing: Set<String>
    /// The names of commands' options.
    let options: Set<String>
    /// Lines that commands are known to show.
    let outputs: KnownOutputs
    /// Checks a text, in which `names` are defined too; in an excerpt all names may be.
    let check: (_ text: String, _ names: Set<String>, _ isExcerpt: Bool) -> Finding

    package init(
        commands: Set<String>, risky: Set<String>, listing: Set<String>, options: Set<String>,
        outputs: KnownOutputs, check: @escaping (String, Set<String>, Bool) -> Finding
    ) {
        self.commands = commands
        self.risky = risky
        self.listing = listing
        self.options = options
        self.outputs = outputs
        self.check = check
    }
}
