import Declarations
import Learning
import Syntax

/// Statements in `{ }` that a command was given, and runs when and as often as it likes.
package struct Procedure: Sendable {
    private let block: Block
    private let source: Source
    /// The variables of the definition around them; nil outside of one.
    private let locals: [String: Value]?

    init(_ block: Block, of source: Source, locals: [String: Value]?) {
        self.block = block
        self.source = source
        self.locals = locals
    }

    /// Runs the statements, whose commands show nothing; `values` are variables in them. `_` is
    /// afterwards what it was before.
    ///
    /// - Throws: the failure of a statement; and one where the statements leave the block.
    func run(
        in session: Session, with values: [(name: String, value: Value)] = []
    ) throws(Failure) {
        let result = (session.cells.lastValue, session.running.isResultOwn, session.isSilent)
        session.isSilent = true
        defer {
            (session.cells.lastValue, session.running.isResultOwn, session.isSilent) = result
        }
        var locals = locals
        for (name, value) in values { locals = (locals ?? [:]).merging([name: value]) { $1 } }
        var interpreter = Interpreter(session: session, source: source, locals: locals)
        guard case .next = try interpreter.run(block) else {
            throw Failure(
                "break, continue and return cannot leave these { }",
                hint: "use if and else instead", at: .range(block.range))
        }
        if session.environment.isInterrupted() { throw Failure.interrupted }
    }

    /// Runs the statements, and returns the classifier that they trained on the data that were there.
    ///
    /// - Throws: also where they changed the data, with what that spoils, and where they trained nothing,
    ///   with an example of what would.
    func train(
        in session: Session, with values: [(name: String, value: Value)] = [],
        spoiling what: String, example: String
    ) throws(Failure) -> LinearClassifier {
        let basis = session.state.dataBasis
        try run(in: session, with: values)
        guard session.state.dataBasis == basis else {
            throw Failure(
                "the statements changed the data or its split, so that \(what)",
                hint: "leave load and split out of the { }")
        }
        guard let classifier = session.state.classifier else {
            throw Failure(
                "the statements trained nothing",
                hint: "put an optimizer into the { }, such as \(example)")
        }
        return classifier
    }
}

extension Parameter where Content == Procedure? {
    /// Takes statements in `{ }`.
    static func block(_ summary: String, isRequired: Bool = true) -> Parameter {
        Parameter(
            "block", .block, fallback: nil, hasDefault: false, isRequired: isRequired, summary)
    }
}
