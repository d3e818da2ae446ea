import Syntax

/// What other programs call things that lc has.
enum OtherNames {
    static let commands = [
        "exit": "quit", "bye": "quit", "logout": "quit", "q": "quit", ":q": "quit", ":q!": "quit",
        ":wq": "quit", "?": "help", ":help": "help", ":h": "help", "man": "help",
    ]
}

/// Messages about unknown names, for the checker and for the interpreter.
extension Failure {
    static func unknownVariable(_ name: String, among names: [String]) -> Failure {
        Failure(
            "there is no variable '\(name)'",
            hint: Spelling.nearest(name, in: names).map { "did you mean '\($0)'?" }
                ?? "give it a value with \(name) = …, or put quotes around a word")
    }

    static func unknownFunction(_ name: String, definitions: [String]) -> Failure {
        let functions = Functions.all.map(\.name)
        return Failure(
            "there is no function '\(name)'",
            hint: Spelling.nearest(name, in: functions + definitions).map {
                "did you mean '\($0)'?"
            }
                ?? "there are \(functions.joined(separator: ", "))")
    }

    /// A statement begins with a word that is no command.
    static func unknownCommand(
        _ name: String, definitions: some Sequence<String>, variables: some Sequence<String>
    ) -> Failure {
        if variables.contains(where: { $0 == name }) {
            return Failure(
                "\(name) is a variable and takes no arguments",
                hint: "write \(name) alone to see it, or $\(name) in a command")
        }
        let known = Commands.listed.map { $0.name } + definitions + variables
        let nearest = OtherNames.commands[name] ?? Spelling.nearest(name, in: known)
        return Failure(
            "there is no command '\(name)'",
            hint: nearest.map { "did you mean '\($0)'?" } ?? "'help' lists the commands")
    }
}
