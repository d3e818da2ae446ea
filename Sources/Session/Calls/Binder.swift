import Declarations
import Platform
import Syntax

/// Matches a call's arguments with a command's declaration.
struct Binder {
    let command: any Command.Type
    let call: Call

    /// Which argument gives which parameter.
    struct Binding {
        let form: Form
        var arguments: [(parameter: any AnyParameter, argument: Argument, impliedFlag: Bool)] = []

        func range(of parameter: String) -> SourceRange? {
            arguments.last { $0.parameter.name == parameter }?.argument.value.range
        }
    }

    /// Chooses the form and gives each argument its parameter; nothing is evaluated.
    func bind() throws(Failure) -> Binding {
        let (form, arguments) = try chooseForm()
        var binding = Binding(form: form)
        var positional = form.parameters.filter(\.isPositional)[...]
        for argument in arguments {
            if case .block = argument.value.kind {
                binding.arguments.append((try block(argument, in: form, binding), argument, false))
            } else if let key = argument.key {
                let parameter = try option(named: key, in: form)
                if case .rest = parameter.kind {
                } else if binding.range(of: parameter.name) != nil {
                    throw Failure("\(key.text) is given twice", at: .range(argument.range))
                }
                binding.arguments.append((parameter, argument, false))
            } else if let flag = flag(argument, in: form) {
                binding.arguments.append((flag, argument, true))
            } else if let parameter = positional.first {
                if case .rest = parameter.kind {} else { positional.removeFirst() }
                binding.arguments.append((parameter, argument, false))
            } else {
                throw unexpected(argument, in: form)
            }
        }
        for parameter in form.parameters
        where parameter.isRequired && binding.range(of: parameter.name) == nil {
            let name = parameter.kind.isBlock ? parameter.kind.expectation : parameter.name
            throw Failure(
                "\(title(form)) needs \(name): \(parameter.summary)",
                hint: pathTakenAsFlag(parameter, binding) ?? "write \(Usage.line(command, form))")
        }
        return binding
    }

    /// A file or a folder may have the name of an option, which the word then is.
    private func pathTakenAsFlag(_ missing: any AnyParameter, _ binding: Binding) -> String? {
        guard case .path = missing.kind else { return nil }
        let names = binding.arguments.filter { $0.2 }.map { $0.0.name }
        return names.first(where: FileSystem.exists).map {
            "\($0) is an option here; the path of that name is written ./\($0)"
        }
    }

    private func chooseForm() throws(Failure) -> (Form, [Argument]) {
        let plain = command.forms.first { $0.keyword == nil }
        guard let first = call.arguments.first, first.key == nil, let word = first.literalWord
        else {
            if let plain { return (plain, call.arguments) }
            if let first = call.arguments.first, first.key == nil,
                let form = command.form(for: first.literalWord)
            {
                return (form, call.arguments)
            }
            throw Failure(
                "\(command.name) needs one of \(keywords.joined(separator: ", "))",
                hint: "write \(Usage.line(command, command.forms.first ?? Form()))")
        }
        if let form = command.forms.first(where: { $0.keyword == word }) {
            return (form, Array(call.arguments.dropFirst()))
        }
        if let form = command.form(for: word) { return (form, call.arguments) }
        if let plain, keywords.isEmpty || plain.mayBegin(with: word) {
            return (plain, call.arguments)
        }
        throw Failure(
            "\(command.name) has no form '\(word)'; it takes \(keywords.joined(separator: ", "))",
            hint: command.suggestion(for: word)
                ?? Spelling.nearest(word, in: keywords).map { "did you mean '\($0)'?" },
            at: .range(first.range))
    }

    private var keywords: [String] { command.forms.compactMap(\.keyword) }

    private func title(_ form: Form) -> String {
        [command.name, form.keyword].compactMap(\.self).joined(separator: " ")
    }

    private func option(named key: Name, in form: Form) throws(Failure) -> any AnyParameter {
        if let parameter = form.parameters.first(where: { $0.name == key.text }) {
            return parameter
        }
        let names = form.parameters.map(\.name)
        let nearest =
            OtherNames.hint(for: key.text, among: names)
            ?? Spelling.nearest(key.text, in: names).map { "did you mean '\($0)'?" }
        throw Failure(
            "\(title(form)) has no option '\(key.text)'",
            hint: nearest
                ?? (names.isEmpty ? "it takes none" : "it takes \(names.joined(separator: ", "))"),
            at: .range(key.range))
    }

    /// The parameter that takes statements in `{ }`.
    private func block(
        _ argument: Argument, in form: Form, _ binding: Binding
    ) throws(Failure) -> any AnyParameter {
        guard let parameter = form.parameters.first(where: { $0.kind.isBlock }) else {
            throw Failure(
                "\(title(form)) takes no statements in { }",
                hint: "a record is written {name: value, …}, and a value (x)",
                at: .range(argument.range))
        }
        guard binding.range(of: parameter.name) == nil else {
            throw Failure(
                "\(title(form)) takes statements in { } once", hint: "put them in the same { }",
                at: .range(argument.range))
        }
        return parameter
    }

    private func flag(_ argument: Argument, in form: Form) -> (any AnyParameter)? {
        guard let word = argument.literalWord else { return nil }
        return form.parameters.first { $0.kind.isFlag && $0.name == word }
    }

    private func unexpected(_ argument: Argument, in form: Form) -> Failure {
        let names = form.parameters.map(\.name)
        let nearest = argument.literalWord.flatMap { Spelling.nearest($0, in: names) }
        return Failure(
            "\(title(form)) has no place for this argument",
            hint: nearest.map { "did you mean '\($0)='?" } ?? "write \(Usage.line(command, form))",
            at: .range(argument.range))
    }
}

extension Form {
    /// Whether a word is a flag of this form or a value of its first positional parameter.
    fileprivate func mayBegin(with word: String) -> Bool {
        if parameters.contains(where: { $0.kind.isFlag && $0.name == word }) { return true }
        return parameters.first(where: \.isPositional)?.kind.read(.string(word)) != nil
    }
}

extension Argument {
    /// The word as it stands, when it is a bare one without interpolation.
    var literalWord: String? {
        guard case .word(let segments) = value.kind else { return nil }
        var text = ""
        for segment in segments {
            guard case .literal(let piece) = segment else { return nil }
            text += piece
        }
        return text
    }
}
