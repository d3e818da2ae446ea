import Declarations

/// `undo [N]`
package enum UndoCommand: Command {
    package static let name = "undo"
    package static let group = CommandGroup.session
    package static let isRisky = true
    package static let summary = "take back the last change of data, weights, settings or variables"
    package static let discussion = """
        Each statement that changed something is a step; the last \(Timeline.limit) steps can be undone.
        Printed text and written files stay.
        """
    package static let examples = [
        Example(
            "undo", "as before the last change", setup: "load iris\nx = 1",
            result: "  undone: x = 1")
    ]

    static let steps = Parameter.count(
        "n", default: 1, in: 1...10_000, positional: true, "how many steps")

    package static let forms = [Form(nil, "", [steps])]

    package static func run(_ call: Invocation, in session: Session) throws(Failure) -> Outcome {
        try session.travel(call[steps], as: name, done: "undone") { timeline, state in
            timeline.undo(from: state)
        }
    }
}

extension Session {
    /// Moves along the timeline; a statement inside a loop, a definition or a script may not do that.
    func travel(
        _ steps: Int, as command: String, done: String,
        _ move: (inout Timeline, SessionState) -> (state: SessionState, source: String)?
    ) throws(Failure) -> Outcome {
        guard isWholeStatement(command) else {
            throw Failure("\(command) must be a statement of its own")
        }
        var sources: [String] = []
        running.keepsTimeline = true
        while sources.count < steps, let (earlier, source) = move(&timeline, state) {
            state = earlier
            sources.append(source.count > 80 ? source.prefix(79) + "…" : source)
        }
        guard !sources.isEmpty else { throw Failure("there is nothing to \(command)") }
        return Outcome(
            sources.map { "  \(done): \($0)" }.joined(separator: "\n"),
            record: [
                "steps": .count(sources.count), "undo_left": .count(timeline.undoCount),
                "redo_left": .count(timeline.redoCount),
            ])
    }
}
