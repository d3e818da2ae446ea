import Session

/// Expressions.
extension RandomScript {
    mutating func expression() -> String {
        depth += 1
        defer { depth -= 1 }
        switch choices.below(depth > 6 ? 5 : 16) {
        case 0, 1: return number()
        case 2: return variable()
        case 3: return choices.one(of: "\"a\"", HostileWords.texts.filter { $0.hasPrefix("\"") })
        case 4:
            return choices.one(
                of: "_", ["out[1]", "out[2]", "args", "x.loss", "x[0]", "x[-1]", "true", "pi"])
        case 5: return "[\(expression()), \(expression())]"
        case 6: return "{a: \(expression()), b: \(expression())}"
        case 7: return "\(number())..\(number())"
        case 8, 9, 10: return "(\(expression()) \(operation()) \(expression()))"
        case 11, 12: return call()
        case 13: return "-\(expression())"
        case 14: return "\"<{\(expression())}>\""
        default: return "(\(expression()))[\(expression())]"
        }
    }

    private mutating func operation() -> String {
        choices.one(
            of: "+", ["-", "*", "/", "%", "^", "==", "!=", "<", "<=", ">", ">=", "and", "or"])
    }

    private mutating func call() -> String {
        let name = Functions.all[choices.below(Functions.all.count)].name
        var arguments = [expression()]
        while arguments.count < 3, choices.isOnce(in: 2) { arguments.append(expression()) }
        return "\(name)(\(arguments.joined(separator: ", ")))"
    }
}
