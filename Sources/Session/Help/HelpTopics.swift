import Datasets
import Syntax
import TerminalText

/// What `help` explains beside single commands and functions; made from the declarations.
enum HelpTopics {
    static let names = ["functions", "files", "regularization", "losses"]

    /// nil for a name that is no topic.
    static func text(_ name: String) -> String? {
        switch name {
        case "functions": functions(Functions.all)
        case "files": files
        case "regularization": Reference.text(RegCommand.self, RegCommand.forms)
        case "losses": Reference.text(LossCommand.self, LossCommand.forms)
        case _ where LanguageHelp.topics.contains(name): LanguageHelp.text
        default: nil
        }
    }

    static func functions(_ functions: [Function]) -> String {
        functions.map { "  \(TerminalText.pad($0.usage, columns: 24)) \($0.summary)" }
            .joined(separator: "\n")
    }

    /// What can be read and written.
    private static var files: String {
        let read = DatasetSources.all.filter { $0.location != nil }.map { source in
            "  load \(TerminalText.pad(source.name, columns: 12)) \(source.summary)"
                + (source.endings.isEmpty ? "" : " (\(source.endings.joined(separator: ", ")))")
        }
        let rest = [
            "  load FILE            any file whose ending says what it is",
            "  run FILE.lc          a script; open FILE brings back a saved session",
            "  save FILE            the session as .lc, .ipynb, .md or .html, the model as .npz",
            "  plot … save=FILE.svg a picture",
            "  A path may begin with ~; one with spaces or brackets stands in quotes.",
        ]
        return (read + rest).joined(separator: "\n")
    }
}
