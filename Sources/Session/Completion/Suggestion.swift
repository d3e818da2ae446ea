import Declarations
import Syntax

extension Completion {
    /// What a person may want to type next, when one thing is likelier than all others.
    ///
    /// - Returns: what would be added, and what is only shown behind it.
    package static func suggestion(
        for line: String, in session: Session
    ) -> (text: String, note: String)? {
        let script = Parser.parse(Source(name: "", text: line))
        let word = script.source.text(in: script.place.range)
        switch script.place.kind {
        case .statement, .evaluation: return remainder(of: firstWords(session), word)
        case .argument(let call, let key):
            guard !word.hasPrefix("\""), let completion = CallCompletion(call, in: session) else {
                return nil
            }
            guard let key else { return argument(completion, word) }
            guard let parameter = completion.parameter(key.text) else { return nil }
            return word.isEmpty
                ? placeholder(parameter) : remainder(of: completion.values(of: parameter), word)
        case .expression, .reference, .reserved, .other: return nil
        }
    }

    /// What may follow the arguments of a call.
    private static func argument(
        _ completion: CallCompletion, _ word: String
    ) -> (text: String, note: String)? {
        guard word.isEmpty else { return remainder(of: completion.arguments, word) }
        if let forms = completion.helpForms { return choice(of: forms) }
        if completion.isAtForm, let choice = choice(of: completion.command.forms) { return choice }
        guard let next = completion.unfilled.first else { return nil }
        if next.isPositional { return placeholder(next) }
        if next.kind.isBlock { return ("{ ", next.summary) }
        return next.kind.isFlag
            ? (next.name, "  " + next.summary)
            : (next.name + "=", next.defaultText ?? "…")
    }

    /// The first of the forms' keywords, and the others behind it.
    private static func choice(of forms: [Form]) -> (text: String, note: String)? {
        let keywords = forms.compactMap(\.keyword)
        return keywords.first.map { first in
            (first, clipped(keywords.dropFirst().map { " · " + $0 }.joined()))
        }
    }

    /// What stands for a value that is not typed yet.
    private static func placeholder(_ parameter: any AnyParameter) -> (text: String, note: String)?
    {
        if let text = parameter.defaultText, !text.isEmpty, !parameter.kind.isFlag {
            return (text, "  " + parameter.summary)
        }
        return ("", parameter.name.uppercased() + "  " + parameter.summary)
    }

    /// The rest of the first candidate that a word begins.
    private static func remainder(
        of candidates: [Completion], _ word: String
    ) -> (text: String, note: String)? {
        guard !word.isEmpty, let first = matching(candidates, word).first, first.text != word else {
            return nil
        }
        return (String(first.text.dropFirst(word.count)), "")
    }
}
