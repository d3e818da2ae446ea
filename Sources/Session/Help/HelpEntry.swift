import Declarations

/// Something that help can be asked about, with the words that lead to it.
struct HelpEntry {
    /// As it is typed behind `help`, or for an option behind its command: `sgd momentum=`.
    let title: String
    let summary: String
    /// Names in small letters, the best first.
    let names: [String]
    /// The lecture's terms for it, and its place among all that a term leads to.
    var terms: [String: Int] = [:]
    /// Further text that mentions more than it is about.
    var text = ""

    /// Every command, form, option, function and topic.
    static func all(_ session: Session) -> [HelpEntry] {
        let commands = Commands.listed.flatMap(entries)
        let functions = Functions.all.map {
            HelpEntry(title: $0.name, summary: "\($0.usage): \($0.summary)", names: [$0.name])
        }
        let topics = (HelpTopics.names + ["language"] + session.frontEnd.topics.keys.sorted()).map {
            HelpEntry(title: $0, summary: "a topic of help", names: [$0])
        }
        return (commands + functions + topics).map { $0.withTerms }
    }

    private static func entries(of command: any Command.Type) -> [HelpEntry] {
        var entries = [
            HelpEntry(
                title: command.name, summary: command.summary, names: [command.name],
                text: command.discussion)
        ]
        var known: Set<String> = []
        for form in command.forms {
            if let keyword = form.keyword {
                entries.append(
                    HelpEntry(
                        title: "\(command.name) \(keyword)", summary: form.summary,
                        names: [keyword]))
            }
            for parameter in form.parameters where known.insert(parameter.name).inserted {
                entries.append(
                    HelpEntry(
                        title: "\(command.name) \(parameter.name)"
                            + (parameter.kind.isFlag ? "" : "="),
                        summary: parameter.summary, names: [parameter.name]))
            }
        }
        return entries
    }

    private var withTerms: HelpEntry {
        var entry = self
        for (terms, topics) in LectureTerms.all {
            guard let place = topics.firstIndex(of: title) else { continue }
            for term in terms { entry.terms[term] = min(place, entry.terms[term] ?? place) }
        }
        return entry
    }
}
