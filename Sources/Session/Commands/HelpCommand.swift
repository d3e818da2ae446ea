import Syntax
import TerminalText

/// `help`, `help COMMAND`
package enum HelpCommand: Command {
    package static let name = "help"
    package static let group = CommandGroup.session
    package static let summary = "what there is, and how to call it"
    package static let examples = [
        Example("help", "all commands", setup: ""), Example("help sgd", "one command", setup: ""),
    ]

    private static let topic = Parameter.optionalText("topic", .text, positional: true, "a command")

    package static let forms = [Form(nil, "", [topic])]

    package static func run(_ call: Invocation, in session: Session) throws(Failure) -> Outcome {
        guard let name = call[topic] else {
            return Outcome(
                overview(session.topics.keys.sorted()),
                record: ["commands": .list(Commands.all.map { .string($0.name) })])
        }
        if name == "functions" { return Outcome(functions, record: [:]) }
        if let text = session.topics[name] { return Outcome(text, record: [:]) }
        guard let command = Commands.named(name) else {
            let nearest = Spelling.nearest(name, in: Commands.all.map { $0.name })
            throw Failure(
                "there is no command '\(name)'",
                hint: nearest.map { "did you mean '\($0)'?" } ?? "help lists them",
                parameter: "topic")
        }
        return Outcome(Reference.text(command), record: ["command": .string(name)])
    }

    private static func overview(_ topics: [String]) -> String {
        var lines: [String] = []
        for group in CommandGroup.allCases {
            let commands = Commands.all.filter { $0.group == group }
            lines.append("  \(group.rawValue)")
            lines += commands.map { "    \(TerminalText.pad($0.name, columns: 11)) \($0.summary)" }
        }
        lines.append(
            "  help COMMAND shows its options and examples; help functions lists the functions"
                + topics.map { "; help \($0)" }.joined())
        lines.append(
            "  x = 3, for x in 1..3 { … }, repeat 3 { … }, while c { … }, if c { … } else { … }, def f a b=1 { … }"
        )
        return lines.joined(separator: "\n")
    }

    private static var functions: String {
        Functions.all.map { "  \(TerminalText.pad($0.usage, columns: 24)) \($0.summary)" }.joined(
            separator: "\n")
    }
}
