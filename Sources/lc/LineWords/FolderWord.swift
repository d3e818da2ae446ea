import Platform
import Session
import Synchronization
import TerminalText

/// `cd`, `cd FOLDER`, `cd -`, `pwd`: the folder that relative paths begin in.
enum FolderWord: LineWord {
    static let words = [
        "cd": "go to a folder; cd alone goes home, cd - back",
        "pwd": "show the folder that paths begin in",
    ]

    /// The folder before the last `cd`.
    private static let last = Mutex<String?>(nil)

    static func request(_ line: String) -> LineRequest? {
        if line == "pwd" {
            return .action { context throws(Failure) in
                let folder = CurrentProcess.folder ?? "(the folder is gone)"
                context.terminal.write("  \(folder)\n")
            }
        }
        guard let argument = WordArgument.text(of: line, behind: "cd") else { return nil }
        return .action { context throws(Failure) in
            try change(to: argument)
            let folder = CurrentProcess.folder ?? ""
            context.terminal.write("  \(EntryOrigin.folder(folder))\n")
        }
    }

    private static func change(to argument: String) throws(Failure) {
        var path = argument.isEmpty ? "~" : argument
        if path == "-" {
            guard let back = last.withLock({ $0 }) else {
                throw Failure("there was no folder before this one", hint: "write cd FOLDER")
            }
            path = back
        }
        let old = CurrentProcess.folder
        do throws(SystemError) {
            try CurrentProcess.changeFolder(to: WordArgument.path(path))
        } catch {
            throw Failure("cd cannot go to \(path): \(error.reason)", hint: "ls shows what is here")
        }
        last.withLock { $0 = old }
    }
}
