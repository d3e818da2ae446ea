import Declarations
import Syntax
import TerminalText

/// `help`, `help COMMAND`
package enum HelpCommand: Command {
    package static let name = "help"
    package static let group = CommandGroup.session
    package static let showsStatements = true
    package static let summary = "explain commands, functions and the language"
    package static let examples = [
        Example(
            "help", "all commands", setup: "",
            result: """
                  data
                    load        read a data set from files or generate one
                …
                  session
                …
                    quit        leave lc
                …
                """),
        Example(
            "help eval", "one command", setup: "",
            result: """
                  eval: accuracy and loss on a part of the data

                  eval [SPLIT]
                      split      which part of the data; one of train, val, test, dev [val]
                …
                """),
        Example(
            "help plot weights", "one form of a command", setup: "",
            result: """
                  plot: draw the last run, the weights, or the loss around the weights
                …
                  plot weights [save=…]
                      the template of each class, as a picture
                …
                """),
        Example(
            "help for", "the language", setup: "",
            result: """
                  x = 3; r = eval                                    # a variable: a value, or a command's record
                …
                """),
    ]

    private static let topic = Parameter.optionalText(
        "topic", .text, positional: true, "a command, a function, or a word of the language")
    private static let form = Parameter.optionalText(
        "form", .text, positional: true, "a form of the command, such as weights of plot")

    package static let forms = [Form(nil, "", [topic, form])]

    package static func run(_ call: Invocation, in session: Session) throws(Failure) -> Outcome {
        guard let name = call[topic] else {
            return Outcome(
                overview(session.frontEnd.topics.keys.sorted()),
                record: ["commands": .list(Commands.listed.map { .string($0.name) })])
        }
        if let command = Commands.named(name) { return try help(command, call[form]) }
        if let form = call[form] {
            throw Failure("\(name) has no form '\(form)'", parameter: "form")
        }
        if name == "functions" { return Outcome(lines(Functions.all), record: [:]) }
        if let text = session.frontEnd.topics[name] { return Outcome(text, record: [:]) }
        if let function = Functions.named(name) { return Outcome(lines([function]), record: [:]) }
        if LanguageHelp.topics.contains(name) { return Outcome(LanguageHelp.text, record: [:]) }
        let known = Commands.listed.map { $0.name } + topics(session)
        let nearest = OtherNames.commands[name] ?? Spelling.nearest(name, in: known)
        throw Failure(
            "there is no help on '\(name)'",
            hint: nearest.map { "did you mean '\($0)'?" } ?? "help lists the commands",
            parameter: "topic")
    }

    /// What help explains besides commands.
    static func topics(_ session: Session) -> [String] {
        ["functions"] + session.frontEnd.topics.keys.sorted() + LanguageHelp.topics
            + Functions.all.map(\.name)
    }

    private static func help(_ command: any Command.Type, _ keyword: String?) throws(Failure)
        -> Outcome
    {
        guard let keyword else {
            return Outcome(
                Reference.text(command, command.forms), record: ["command": .string(command.name)])
        }
        guard let form = command.forms.first(where: { $0.keyword == keyword }) else {
            let keywords = command.forms.compactMap(\.keyword)
            let nearest = Spelling.nearest(keyword, in: keywords)
            throw Failure(
                "\(command.name) has no form '\(keyword)'",
                hint: nearest.map { "did you mean '\($0)'?" }
                    ?? (keywords.isEmpty
                        ? "write help \(command.name)"
                        : "it has \(keywords.joined(separator: ", "))"),
                parameter: "form")
        }
        return Outcome(
            Reference.text(command, [form]),
            record: ["command": .string(command.name), "form": .string(keyword)])
    }

    private static func overview(_ topics: [String]) -> String {
        var lines: [String] = []
        for group in CommandGroup.allCases {
            let commands = Commands.listed.filter { $0.group == group }
            lines.append("  \(group.rawValue)")
            lines += commands.map { "    \(TerminalText.pad($0.name, columns: 11)) \($0.summary)" }
        }
        lines.append(
            "  help COMMAND shows its options and examples; help functions lists the functions; help language"
                + topics.map { "; help \($0)" }.joined())
        lines.append(
            "  x = 3, for x in 1..3 { … }, repeat 3 { … }, while c { … }, if c { … } else { … }, def f a b=1 { … }"
        )
        return lines.joined(separator: "\n")
    }

    private static func lines(_ functions: [Function]) -> String {
        functions.map { "  \(TerminalText.pad($0.usage, columns: 24)) \($0.summary)" }.joined(
            separator: "\n")
    }
}
