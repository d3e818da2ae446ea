package import Learning
package import Notebook

/// What a session needs from the program around it.
package struct Environment: Sendable {
    /// Whether Ctrl-C was pressed during this statement.
    package var isInterrupted: @Sendable () -> Bool
    /// Whether Ctrl-C was pressed a second time: the statement is given up and leaves nothing.
    package var isAbandoned: @Sendable () -> Bool
    /// Receives the progress of a run.
    package var progress: @Sendable (RunProgress) -> Void
    package var show: @Sendable (Output) -> Void
    package var home: String?
    /// The folder that relative paths begin in, where it is no longer the one that the session began in.
    package var movedFolder: @Sendable () -> String? = { nil }
    /// Words after the script's name on the command line.
    package var arguments: [String]
    package var seed: UInt64
    /// Where statements may write files.
    package var writes: WritePolicy
    /// Whether nothing is shown but what `print` prints and commands about the session say.
    package var isQuiet: Bool

    package init(
        isInterrupted: @escaping @Sendable () -> Bool = { false },
        isAbandoned: @escaping @Sendable () -> Bool = { false },
        progress: @escaping @Sendable (RunProgress) -> Void = { _ in },
        show: @escaping @Sendable (Output) -> Void = { _ in },
        home: String? = nil, arguments: [String] = [], seed: UInt64 = 1,
        writes: WritePolicy = .anywhere, isQuiet: Bool = false
    ) {
        self.isInterrupted = isInterrupted
        self.isAbandoned = isAbandoned
        self.progress = progress
        self.show = show
        self.home = home
        self.arguments = arguments
        self.seed = seed
        self.writes = writes
        self.isQuiet = isQuiet
    }
}
