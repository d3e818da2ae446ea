package import Declarations
package import Notebook

/// A command: one type in one file, declared as data.
package protocol Command: Sendable {
    static var name: String { get }
    static var group: CommandGroup { get }
    /// One line, for lists of commands.
    static var summary: String { get }
    /// What `help NAME` says beyond the declarations; may be empty.
    static var discussion: String { get }
    /// The ways to call it. The first word chooses a form with a keyword; without one that fits,
    /// the form without a keyword is taken.
    static var forms: [Form] { get }
    /// Calls that work, each run by the tests.
    static var examples: [Example] { get }

    /// Whether it is a word of the saved form of sessions and nothing that users type: the reference,
    /// help's list, completion and proposals leave it out.
    static var isInternal: Bool { get }

    /// Whether it runs statements of another text, which stand for it in a saved session.
    static var isReplay: Bool { get }

    /// Whether it takes work away, acts on files or ends the session: a lone word of copied prose never
    /// runs it.
    static var isRisky: Bool { get }

    /// Whether what it shows has statements in it, which copied text does not mean to run.
    static var showsStatements: Bool { get }

    /// What the numbers that a call shows rest on; empty for a call that only chooses something.
    static func ingredients(of call: Invocation) -> Set<Ingredient>

    /// How many arrays of the weights' size, C×D single-precision numbers, a call needs at a time, its
    /// result among them.
    static func weightCopies(of call: Invocation) -> Int

    /// Whether a call that Ctrl-C stops keeps what it has done so far.
    static var keepsWork: Bool { get }

    /// The form that a first word chooses which is no keyword; nil stands for a word that is known only
    /// when the call runs. Nil where there is none.
    static func form(for word: String?) -> Form?

    /// What was meant by a first word that is no form; nil where only the spelling can tell.
    static func suggestion(for word: String) -> String?

    static func run(_ call: Invocation, in session: Session) throws(Failure) -> Outcome
}

extension Command {
    package static var isInternal: Bool { false }
    package static var isReplay: Bool { false }
    package static var isRisky: Bool { false }
    package static var showsStatements: Bool { false }
    package static var keepsWork: Bool { false }
    package static var discussion: String { "" }
    package static func form(for word: String?) -> Form? { nil }
    package static func suggestion(for word: String) -> String? { nil }
    package static func weightCopies(of call: Invocation) -> Int { group.weightCopies }
}

package enum CommandGroup: String, CaseIterable, Sendable {
    case data, model, objective, optimization, evaluation, pictures, session

    /// What commands of the group usually need.
    var weightCopies: Int {
        switch self {
        case .data, .session: 0
        case .model: 1
        case .objective, .evaluation: 3
        case .pictures: 6
        // Start, best, current and last weights, those folded for the kernels, the gradient, and what
        // a step rule remembers.
        case .optimization: 9
        }
    }
}

/// One way to call a command: `loss svm [margin=1] [squared]`.
package struct Form: Sendable {
    /// The first word: `svm`; nil for the form without one.
    package let keyword: String?
    package let summary: String
    package let parameters: [any AnyParameter]

    package init(
        _ keyword: String? = nil, _ summary: String = "", _ parameters: [any AnyParameter] = []
    ) {
        self.keyword = keyword
        self.summary = summary
        self.parameters = parameters
    }
}

/// A call that help shows and the tests run.
package struct Example: Sendable {
    package let source: String
    /// What it does, in one line.
    package let note: String
    /// What must be run before it, one cell a line; by default a small data set is loaded.
    package let setup: String
    /// What it shows, empty when it shows nothing: an excerpt, whose `…` stand for what is left out
    /// (`Transcript.matches`).
    package let result: String

    package init(
        _ source: String, _ note: String, setup: String = "load iris", result: String
    ) {
        self.source = source
        self.note = note
        self.setup = setup
        self.result = result
    }
}

/// What a command shows and gives.
package struct Outcome: Sendable {
    package var outputs: [Output]
    package var value: Value
    /// What the user must hear of even where the outputs are not shown.
    package var warning: String?

    package init(_ text: String = "", record: Record, warning: String? = nil) {
        self.init(outputs: text.isEmpty ? [] : [.text(text)], value: .record(record))
        self.warning = warning
    }

    package init(outputs: [Output], value: Value = .nothing) {
        self.outputs = outputs
        self.value = value
    }
}

/// A call whose arguments have been checked.
package struct Invocation: Sendable {
    package let form: Form
    package let values: ParameterValues

    /// The keyword of the form: `svm` in `loss svm`.
    package var keyword: String? { form.keyword }

    /// The argument, or its default when it was left out.
    package subscript<Content>(parameter: Parameter<Content>) -> Content { values[parameter] }

    package func isGiven(_ name: String) -> Bool { values[name] != nil }

    /// An argument as it would be typed; nil when it was left out.
    func text(of name: String) -> String? { values[name].flatMap(ParameterText.typed) }
}
