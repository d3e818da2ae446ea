import ArgumentParser
import Session

/// Where statements may write files: options of every subcommand that runs notes.
struct WritingOptions: ParsableArguments {
    @Flag(help: "Let notes and sessions that are opened write files outside of their folder.")
    var allowWrites = false

    /// The policy for a script that is run by its name, and for a session.
    var policy: WritePolicy { allowWrites ? .anywhereAlways : .anywhere }

    func policy(forNotes path: String) -> WritePolicy { policy.narrowed(toFolderOf: path) }
}
