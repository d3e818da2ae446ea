import Declarations
import TerminalText

/// The reference of commands, made from their declarations: `help NAME` and the README's tables.
package enum Reference {
    /// A command for a terminal, with some of its forms and the examples of these.
    static func text(_ command: any Command.Type, _ forms: [Form]) -> String {
        var lines = ["  \(command.name): \(command.summary)"]
        if !command.discussion.isEmpty {
            lines += command.discussion.split(separator: "\n", omittingEmptySubsequences: false).map
            { "  " + $0 }
        }
        for form in forms {
            lines.append("")
            lines.append("  \(Usage.line(command, form))")
            if !form.summary.isEmpty { lines.append("      \(form.summary)") }
            lines += form.parameters.map {
                "      \(TerminalText.pad($0.name, columns: 10)) \(explanation($0))"
            }
        }
        let keywords = forms.map(\.keyword)
        let examples = command.examples.filter { example in
            let words = example.source.split(separator: " ").map(String.init)
            return forms.count == command.forms.count
                || words.count > 1 && words[0] == command.name && keywords.contains(words[1])
        }
        if !examples.isEmpty {
            lines += ["", "  examples"]
            lines += examples.flatMap(lines(of:))
        }
        return lines.joined(separator: "\n")
    }

    /// Every command as Markdown, for the README.
    package static func markdown() -> String {
        var lines: [String] = []
        for group in CommandGroup.allCases {
            lines += ["", "### \(group.rawValue)", "", "| command | what it does |", "|---|---|"]
            for command in Commands.listed where command.group == group {
                for form in command.forms {
                    let usage = Usage.line(command, form).split(separator: "|").joined(
                        separator: "\\|")
                    lines.append(
                        "| `\(usage)` | \(form.summary.isEmpty ? command.summary : form.summary) |")
                }
            }
        }
        return lines.dropFirst().joined(separator: "\n") + "\n"
    }

    /// An example with its note, and with its result where that is one line.
    private static func lines(of example: Example) -> [String] {
        let result = example.result.split(separator: "\n")
        return ["      \(TerminalText.pad(example.source, columns: 38)) # \(example.note)"]
            + (result.count == 1 ? result.map { "          \($0.drop { $0 == " " })" } : [])
    }

    private static func explanation(_ parameter: any AnyParameter) -> String {
        var text = parameter.summary
        switch parameter.kind {
        case .choice, .number, .count, .flag, .numbers, .value:
            text += "; \(parameter.kind.expectation)"
        case .text, .path, .words, .block, .rest: break
        }
        return text + (parameter.defaultText.map { " [\($0)]" } ?? "")
    }
}
