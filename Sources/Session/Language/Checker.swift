import Declarations
package import Syntax

/// Finds the mistakes of a script without running it: syntax, commands, options, names.
package enum Checker {
    /// Checks a script, for which the names in `known` are defined; with `isExcerpt` all names may be
    /// defined outside the text and are not checked.
    package static func check(
        _ source: Source, known: Set<String> = [], isExcerpt: Bool = false
    ) -> [Diagnostic] {
        let script = Parser.parse(source)
        var walk = Walk(
            source: source, isExcerpt: isExcerpt, definitions: known, variables: known)
        walk.collect(script.statements)
        for statement in script.statements { walk.check(statement) }
        return (script.diagnostics + walk.diagnostics).sorted { $0.range.lower < $1.range.lower }
    }

    private struct Walk {
        let source: Source
        let isExcerpt: Bool
        var diagnostics: [Diagnostic] = []
        var definitions: Set<String> = []
        var variables: Set<String> = []
        /// The script replays another text and may use what is defined there.
        var runsOthers = false

        /// Names that the script defines anywhere.
        mutating func collect(_ statements: [Statement]) {
            for statement in statements {
                switch statement.kind {
                case .assignment(let name, let evaluation):
                    variables.insert(name.text)
                    if case .command(let call) = evaluation { collect(call) }
                case .definition(let definition):
                    definitions.insert(definition.name.text)
                    variables.formUnion(definition.parameters.map(\.name.text))
                    collect(definition.body.statements)
                case .command(let call):
                    if Commands.named(call.name.text)?.isReplay == true { runsOthers = true }
                    collect(call)
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

        /// Names in statements that a command is given: what they define, and the command's options,
        /// which may be variables in them.
        private mutating func collect(_ call: Call) {
            for argument in call.arguments {
                guard case .block(let block) = argument.value.kind else { continue }
                variables.formUnion(call.arguments.compactMap(\.key?.text))
                collect(block.statements)
            }
        }

        mutating func check(_ statement: Statement) {
            switch statement.kind {
            case .assignment(_, let evaluation): check(evaluation)
            case .command(let call): check(call)
            case .expression(let expression): check(expression)
            case .returnValue(let evaluation): if let evaluation { check(evaluation) }
            case .definition(let definition):
                definition.parameters.compactMap(\.defaultValue).forEach { check($0) }
                definition.body.statements.forEach { check($0) }
            case .forEach(_, let head, let body), .repeatTimes(let head, let body),
                .whileLoop(let head, let body):
                check(head)
                body.statements.forEach { check($0) }
            case .conditional(let branches, let otherwise):
                for branch in branches {
                    check(branch.condition)
                    branch.body.statements.forEach { check($0) }
                }
                otherwise?.statements.forEach { check($0) }
            case .breakLoop, .continueLoop: break
            }
        }

        private mutating func check(_ evaluation: Evaluation) {
            switch evaluation {
            case .command(let call): check(call)
            case .expression(let expression): check(expression)
            }
        }

        /// Variables and functions that nothing defines.
        private mutating func check(_ expression: Expression) {
            switch expression.kind {
            case .number, .percentage, .nothing, .boolean: break
            case .string(let segments), .word(let segments):
                for case .interpolation(let inner) in segments { check(inner) }
            case .list(let items): items.forEach { check($0) }
            case .record(let fields): fields.forEach { check($0.value) }
            case .block(let block): block.statements.forEach { check($0) }
            case .range(let a, let b), .index(let a, let b):
                check(a)
                check(b)
            case .operations(let first, let operations):
                check(first)
                operations.forEach { check($0.operand) }
            case .field(let inner, _), .unary(_, let inner): check(inner)
            case .variable(let name):
                guard !isExcerpt, !runsOthers, !variables.contains(name),
                    GivenVariable(rawValue: name) == nil, Functions.constants[name] == nil
                else { return }
                report(at: expression.range) {
                    .unknownVariable(name, among: $0.variables.sorted())
                }
            case .call(let name, let arguments):
                arguments.forEach { check($0.value) }
                guard !isExcerpt, !runsOthers, !definitions.contains(name.text),
                    Functions.named(name.text) == nil
                else { return }
                report(at: name.range) {
                    .unknownFunction(name.text, definitions: $0.definitions.sorted())
                }
            }
        }

        /// The names that a message proposes cost more than the check, so the mistakes are counted.
        private mutating func report(at range: SourceRange, _ failure: (Walk) -> Failure) {
            guard diagnostics.count < Parser.diagnosticLimit else { return }
            let failure = failure(self)
            diagnostics.append(
                Diagnostic(failure.message, hint: failure.hint, at: range, in: source))
        }

        private mutating func check(_ call: Call) {
            call.arguments.forEach { check($0.value) }
            if let command = Commands.named(call.name.text) {
                do throws(Failure) {
                    let binding = try Binder(command: command, call: call).bind()
                    for (parameter, argument, impliedFlag) in binding.arguments where !impliedFlag {
                        try check(argument, parameter, of: command.name)
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
            report(at: call.name.range) {
                .unknownCommand(
                    call.name.text, definitions: $0.definitions.sorted(),
                    variables: $0.variables.sorted())
            }
        }

        /// A word or a number that is written out can be checked before it is run.
        private func check(
            _ argument: Argument, _ parameter: any AnyParameter, of command: String
        ) throws(Failure) {
            guard let word = argument.literalWord else { return }
            if case .rest = parameter.kind { return }
            do throws(Failure) {
                _ = try parameter.check(.string(word), of: command)
            } catch {
                throw Failure(error.message, hint: error.hint, at: .range(argument.value.range))
            }
        }
    }
}
