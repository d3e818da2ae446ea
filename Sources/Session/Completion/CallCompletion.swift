import Datasets
import Declarations
import Syntax

/// What may follow in a call of a command.
struct CallCompletion {
    let command: any Command.Type
    let form: Form?
    /// The arguments that are there.
    private let all: [Argument]
    private let session: Session

    /// Nil for a call of anything but a command of lc.
    init?(_ call: Call, in session: Session) {
        guard let command = Commands.named(call.name.text) else { return nil }
        self.command = command
        self.session = session
        all = call.arguments
        let first = call.arguments.first.flatMap { $0.key == nil ? $0.literalWord : nil }
        form =
            command.forms.first { $0.keyword != nil && $0.keyword == first }
            ?? command.forms.first { $0.keyword == nil } ?? first.flatMap(command.form)
    }

    func parameter(_ name: String) -> (any AnyParameter)? {
        form?.parameters.first { $0.name == name }
    }

    /// Whether the next word may choose a form.
    var isAtForm: Bool { all.isEmpty && form?.keyword == nil }

    /// The forms of the command that `help` is asked about, where one of them comes next.
    var helpForms: [Form]? {
        guard command.name == HelpCommand.name, all.count == 1 else { return nil }
        return all[0].literalWord.flatMap(Commands.named)?.forms ?? []
    }

    /// The form's parameters that were not given yet, positional ones first.
    var unfilled: [any AnyParameter] {
        guard let form else { return [] }
        let given = all.dropFirst(form.keyword == nil ? 0 : 1)
        let names = Set(given.compactMap(\.name))
        let flags = Set(form.parameters.filter { $0.kind.isFlag }.map(\.name))
        let positionals = given.filter { $0.key == nil && !flags.contains($0.literalWord ?? "") }
        let open = form.parameters.filter { !names.contains($0.name) }
        let rest = form.parameters.filter(\.isPositional).dropFirst(positionals.count)
        return rest.filter { !names.contains($0.name) } + open.filter { !$0.isPositional }
    }

    /// Whether a file's name may come next.
    var wantsPath: Bool {
        unfilled.contains {
            if case .path = $0.kind { $0.isPositional } else { false }
        }
    }

    /// The endings of the names of files that are likely: those of the form's kind of data.
    var fileEndings: [String] {
        switch command.name {
        case LoadCommand.name:
            DatasetSources.all.first { $0.name == form?.keyword }?.endings ?? []
        case RunCommand.name, OpenCommand.name: [".lc", ".md", ".ipynb"]
        default: []
        }
    }

    /// Forms, values of positional parameters, flags and options.
    var arguments: [Completion] {
        (all.isEmpty ? Self.keywords(of: command.forms) : []) + helpTopics
            + unfilled.flatMap { parameter in
                parameter.isPositional ? values(of: parameter) : [option(parameter)]
            }
    }

    func values(of parameter: any AnyParameter) -> [Completion] {
        switch parameter.kind {
        case .choice(let names):
            return names.map {
                Completion(text: $0, detail: $0 == parameter.defaultText ? "the default" : "")
            }
        case .flag: return ["on", "off"].map { Completion(text: $0, detail: parameter.summary) }
        case .number, .count, .text, .path, .numbers, .words, .block, .value,
            .rest:
            guard parameter.name == "run" else { return [] }
            return session.state.runs.map { Completion(text: String($0.number), detail: $0.source) }
        }
    }

    /// What `help` can be asked about.
    private var helpTopics: [Completion] {
        guard command.name == HelpCommand.name else { return [] }
        if let helpForms { return Self.keywords(of: helpForms) }
        guard all.isEmpty else { return [] }
        return Commands.listed.map { Completion(text: $0.name, detail: $0.summary) }
            + HelpCommand.topics(session).map { Completion(text: $0, detail: "") }
    }

    private static func keywords(of forms: [Form]) -> [Completion] {
        forms.compactMap { form in
            form.keyword.map { Completion(text: $0, detail: form.summary) }
        }
    }

    private func option(_ parameter: any AnyParameter) -> Completion {
        if parameter.kind.isBlock { return Completion(text: "{", detail: parameter.summary) }
        return Completion(
            text: parameter.name + (parameter.kind.isFlag ? "" : "="),
            detail: parameter.summary + (parameter.defaultText.map { " [\($0)]" } ?? ""))
    }
}
