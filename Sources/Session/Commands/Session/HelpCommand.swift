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
            "help momentum", "a search, here for an option", setup: "",
            result: """
                …
                  sgd momentum= …
                …
                """),
        Example(
            "help 학습률", "a search for a term of the lecture", setup: "",
            result: """
                  sgd            …
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
        "topic", .text, positional: true, "a command, a function, a topic, or any word to look for")
    private static let form = Parameter.optionalText(
        "form", .text, positional: true,
        "a form of the command, such as weights of plot; or a second word")

    package static let forms = [Form(nil, "", [topic, form])]

    package static func run(_ call: Invocation, in session: Session) throws(Failure) -> Outcome {
        guard let name = call[topic] else {
            return Outcome(
                overview(session.frontEnd.topics.keys.sorted()),
                record: ["commands": .list(Commands.listed.map { .string($0.name) })])
        }
        if let command = Commands.named(name) { return try help(command, call[form]) }
        if let form = call[form] { return try search("\(name) \(form)", in: session) }
        if let text = session.frontEnd.topics[name] ?? HelpTopics.text(name) {
            return Outcome(text, record: [:])
        }
        if let function = Functions.named(name) {
            return Outcome(HelpTopics.functions([function]), record: [:])
        }
        return try search(name, in: session)
    }

    /// What help has on words of any kind, the best first.
    private static func search(_ text: String, in session: Session) throws(Failure) -> Outcome {
        let found = HelpSearch.entries(for: text, in: session)
        guard found.isEmpty else {
            return Outcome(
                HelpSearch.text(found),
                record: ["topics": .list(found.map { .string($0.title) })])
        }
        let known = Commands.listed.map { $0.name } + topics(session)
        let nearest = OtherNames.commands[text] ?? Spelling.nearest(text, in: known)
        throw Failure(
            "there is no help on '\(text)'",
            hint: nearest.map { "did you mean '\($0)'?" } ?? "help lists the commands",
            parameter: "topic")
    }

    /// What help explains besides commands.
    static func topics(_ session: Session) -> [String] {
        HelpTopics.names + session.frontEnd.topics.keys.sorted() + LanguageHelp.topics
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
        let known = (HelpTopics.names + ["language"] + topics).map { "; help \($0)" }
        lines.append(
            "  help COMMAND shows its options and examples; help WORD searches, in Korean too"
                + known.joined())
        lines.append(
            "  x = 3, for x in 1..3 { … }, repeat 3 { … }, while c { … }, if c { … } else { … }, def f a b=1 { … }"
        )
        return lines.joined(separator: "\n")
    }
}
