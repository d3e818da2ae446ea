import Declarations
import Session
import Syntax

/// The words of the language: commands with their forms and parameters, functions, signs.
enum LanguageWords {
    static let all: [String] = {
        var words = Set(
            ReservedWord.allCases.map(\.rawValue) + GivenVariable.allCases.map(\.rawValue))
        for command in Commands.all {
            words.insert(command.name)
            for form in command.forms {
                if let keyword = form.keyword { words.insert("\(command.name) \(keyword)") }
                for parameter in form.parameters { words.insert(parameter.name + "=") }
            }
        }
        for function in Functions.all { words.insert(function.name + "(") }
        return words.sorted() + signs
    }()

    private static let signs = [
        "..", "==", "!=", "<=", ">=", "{", "}", "[", "]", "(", ")", "\"", "\\{", "\\u{", "; ", "\n",
        "$x", " % ", "%", "1e300", "1e19", "-1", "0.5", "load iris\n", "{ x = x + 1 }", "#= loss=",
        "#>", "```lc\n", "```\n",
    ]
}
