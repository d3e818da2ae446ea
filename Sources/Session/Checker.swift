package import Syntax

/// Finds what is wrong with a script without running it: syntax, commands, options.
package enum Checker {
    package static func check(_ source: Source) -> [Diagnostic] {
        let script = Parser.parse(source)
        var walk = Walk(source: source)
        walk.collect(script.statements)
        for statement in script.statements { walk.check(statement) }
        return (script.diagnostics + walk.diagnostics).sorted { $0.range.lower < $1.range.lower }
    }

    private struct Walk {
        let source: Source
        var diagnostics: [Diagnostic] = []
        var definitions: Set<String> = []
        var variables: Set<String> = []
        /// A script that runs another one may use what that one defines.
        var runsOthers = false

        /// Names that the script defines anywhere.
        mutating func collect(_ statements: [Statement]) {
            for statement in statements {
                switch statement.kind {
                case .assignment(let name, _): variables.insert(name.text)
                case .definition(let definition):
                    definitions.insert(definition.name.text)
                    variables.formUnion(definition.parameters.map(\.name.text))
                    collect(definition.body.statements)
                case .command(let call): if call.name.text == RunCommand.name { runsOthers = true }
                case .forEach(let variable, _, let body):
                    variables.insert(variable.text)
                    collect(body.statements)
                case .repeatTimes(_, let body), .whileLoop(_, let body): collect(body.statements)
                case .conditional(let branches, let otherwise):
                    for branch in branches { collect(branch.body.statements) }
                    if let otherwise { collect(otherwise.statements) }
                case .expression, .returnValue, .breakLoop, .continueLoop: break
                }
            }
        }

        mutating func check(_ statement: Statement) {
            switch statement.kind {
            case .assignment(_, let evaluation): check(evaluation)
            case .command(let call): check(call)
            case .returnValue(let evaluation): if let evaluation { check(evaluation) }
            case .definition(let definition): definition.body.statements.forEach { check($0) }
            case .forEach(_, _, let body), .repeatTimes(_, let body), .whileLoop(_, let body):
                body.statements.forEach { check($0) }
            case .conditional(let branches, let otherwise):
                for branch in branches { branch.body.statements.forEach { check($0) } }
                otherwise?.statements.forEach { check($0) }
            case .expression, .breakLoop, .continueLoop: break
            }
        }

        private mutating func check(_ evaluation: Evaluation) {
            if case .command(let call) = evaluation { check(call) }
        }

        private mutating func check(_ call: Call) {
            if let command = Commands.named(call.name.text) {
                do throws(Failure) {
                    let binding = try Binder(command: command, call: call).bind()
                    for (parameter, argument, impliedFlag) in binding.arguments where !impliedFlag {
                        try check(argument, parameter)
                    }
                } catch {
                    var range = call.range
                    if case .range(let place) = error.culprit { range = place }
                    diagnostics.append(
                        Diagnostic(error.message, hint: error.hint, at: range, in: source))
                }
                return
            }
            let isKnown =
                definitions.contains(call.name.text)
                || variables.contains(call.name.text) && call.arguments.isEmpty
            guard !isKnown, !runsOthers else { return }
            let names = Commands.all.map { $0.name } + definitions.sorted()
            diagnostics.append(
                Diagnostic(
                    "there is no command '\(call.name.text)'",
                    hint: Spelling.nearest(call.name.text, in: names).map {
                        "did you mean '\($0)'?"
                    } ?? "'help' lists the commands",
                    at: call.name.range, in: source))
        }

        /// A word or a number that is written out can be checked before it is run.
        private func check(_ argument: Argument, _ parameter: any AnyParameter) throws(Failure) {
            guard let word = argument.literalWord else { return }
            if case .rest = parameter.kind { return }
            do throws(Failure) {
                _ = try parameter.check(.string(word))
            } catch {
                throw Failure(error.message, hint: error.hint, at: .range(argument.value.range))
            }
        }
    }
}
