import Declarations
import Session

/// A script made of every command with its declared parameters and every form of the language, with
/// values that are right, at the edge, or wrong.
package struct RandomScript {
    var choices: Choices
    /// How many blocks and brackets stand around what comes next.
    var depth = 0

    private init(_ choices: Choices) { self.choices = choices }

    /// A script; the same choices give the same one.
    package static func text(_ choices: Choices) -> String {
        var script = RandomScript(choices)
        var statements = [script.beginning()]
        repeat {
            statements.append(script.statement())
        } while !script.choices.isSpent && !script.choices.isOnce(in: 8)
        return statements.joined(separator: "\n")
    }

    private mutating func beginning() -> String {
        choices.one(
            of: "load iris",
            [
                "load blobs n=30 classes=3", "load spiral n=40", "load synthetic n=30 d=3",
                "load csv ~/data.csv", "load libsvm ~/data.libsvm", "load digits", "x = 1",
            ])
    }

    // MARK: - Statements

    mutating func statement() -> String {
        depth += 1
        defer { depth -= 1 }
        // Deep in blocks the plain statements are left.
        switch choices.below(depth > 5 ? 8 : 16) {
        case 0, 1, 2: return command()
        case 3: return "\(variable()) = \(expression())"
        case 4: return "\(variable()) = \(command())"
        case 5: return expression()
        case 6: return choices.one(of: "f", ["f 1", "g 2 b=3", "x = f(2)", "f [1, 2]", "h", "g"])
        // One line that cannot be parsed keeps the whole script from being run.
        case 7: return choices.isOnce(in: 4) ? choices.one(of: "#", HostileWords.lines) : "print 1"
        case 8: return "if \(condition()) \(block()) else \(block())"
        case 9: return "if \(condition()) \(block())"
        case 10: return "for \(variable()) in \(sequence()) \(block())"
        case 11: return "repeat \(choices.one(of: "2", HostileWords.numbers)) \(block())"
        case 12: return "while \(condition()) \(block())"
        case 13:
            return "def \(choices.one(of: "f a=1", ["f", "g a b=2", "h a a", "f n"])) \(block())"
        case 14: return choices.one(of: "undo", ["redo", "undo 3", "f(f(f(1)))", "reset"])
        default: return statement() + "; " + statement()
        }
    }

    private mutating func block() -> String {
        var lines = [statement()]
        while lines.count < 3, choices.isOnce(in: 2) { lines.append(statement()) }
        if choices.isOnce(in: 6) {
            lines.append(choices.one(of: "break", ["continue", "return 1"]))
        }
        return "{\n" + lines.joined(separator: "\n") + "\n}"
    }

    private mutating func condition() -> String {
        choices.one(
            of: "true",
            ["false", "x < 3", "x == y", "not (1 > 2) and true", "1", "len([1]) > 0", expression()])
    }

    private mutating func sequence() -> String {
        choices.one(
            of: "1..2",
            ["[1, 2, 3]", "[]", "1..1e18", "5..1", "[[1], \"a\", {b: 2}]", expression()])
    }

    mutating func variable() -> String { choices.one(of: "x", ["y", "z", "x", "load", "pi"]) }

    // MARK: - Commands

    private mutating func command() -> String {
        let command = Commands.all[choices.below(Commands.all.count)]
        let form = command.forms[choices.below(command.forms.count)]
        var words = [command.name]
        if let keyword = form.keyword, !choices.isOnce(in: 40) { words.append(keyword) }
        for parameter in form.parameters where parameter.isRequired || choices.isOnce(in: 3) {
            guard !choices.isOnce(in: 60) else { continue }
            if parameter.kind.isBlock {
                words.append(depth > 5 ? "{ sgd }" : block())
                continue
            }
            let value = value(of: parameter)
            let isNamed = !parameter.isPositional || choices.isOnce(in: 8)
            words.append(isNamed ? "\(parameter.name)=\(value)" : value)
        }
        if choices.isOnce(in: 30) { words.append("nonsense=\(number())") }
        return words.joined(separator: " ")
    }

    private mutating func value(of parameter: any AnyParameter) -> String {
        if choices.isOnce(in: 8) { return anything() }
        switch parameter.kind {
        case .number(let rule):
            return choices.one(of: rule == .size ? "20%" : "0.1", HostileWords.numbers)
        case .count(let range):
            let (lower, upper) = (range.lowerBound, range.upperBound)
            return choices.one(
                of: "\(lower)",
                [
                    "\(min(lower.saturating(3), upper))", "\(upper)", "\(lower.saturating(-1))",
                    "\(upper.saturating(1))", "2", "5", number(),
                ])
        case .flag: return choices.one(of: "on", ["off", "true", "maybe"])
        case .choice(let names): return choices.one(of: names.first ?? "a", names + ["other"])
        case .text: return choices.one(of: "a", HostileWords.texts)
        case .path: return choices.one(of: "~/data.csv", HostileWords.paths + HostileWords.texts)
        case .numbers: return choices.one(of: "[0.1, 1]", ["[]", "[1, \"a\"]", "[[1]]", number()])
        case .words: return choices.one(of: "[a, b]", ["[]", "[a, \(text())]", "[1, [2]]", text()])
        case .value: return choices.one(of: "balanced", ["[1, 2, 3]", "[0, 1]", anything()])
        case .block, .rest: return anything()
        }
    }

    private mutating func anything() -> String {
        choices.one(of: "$x", ["(\(expression()))", number(), text(), "[\(number())]", "{a: 1}"])
    }

    mutating func number() -> String { choices.one(of: "1", HostileWords.numbers) }

    mutating func text() -> String { choices.one(of: "a", HostileWords.texts) }
}

extension Int {
    /// The sum, or the number nearest to it.
    fileprivate func saturating(_ other: Int) -> Int {
        let (sum, overflow) = addingReportingOverflow(other)
        return overflow ? (other < 0 ? .min : .max) : sum
    }
}
