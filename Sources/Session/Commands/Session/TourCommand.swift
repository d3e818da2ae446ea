import Declarations
import Notebook
import Syntax

/// `tour [STEP]`
package enum TourCommand: Command {
    package static let name = "tour"
    package static let group = CommandGroup.session
    package static let summary = "a walk through the lecture in ten steps"
    package static let discussion = """
        Each call shows the next step; tour 1 begins again. It works on the data that are loaded, or
        on the digits that are part of lc. Every step can be undone.
        """
    package static let examples = [
        Example("tour", "the next step", setup: ""), Example("tour 2", "a step of one's choice"),
    ]

    private static let step = Parameter.optionalCount(
        "step", in: 1...TourStep.all.count, positional: true, "which step")

    package static let isReplay = true
    package static let forms = [Form(nil, "", [step])]

    package static func run(_ call: Invocation, in session: Session) throws(Failure) -> Outcome {
        let number = call[step] ?? session.tourStep
        let steps = TourStep.all
        let step = steps[number - 1]
        session.show(.text("  \(number)/\(steps.count) \(step.title)\n\n  \(lines(step.text))\n"))
        var last = Value.nothing
        for statement in step.setup(in: session.state) + step.statements {
            session.show(.text("lc> \(statement)"))
            last = try session.replay(Source(name: "tour", text: statement))
        }
        session.tourStep = number % steps.count + 1
        session.show(
            .text(
                "\n  to try: \(step.trial)\n  "
                    + (number < steps.count
                        ? "the next step: tour" : "that was the tour; now: help")))
        return Outcome(outputs: [], value: last)
    }

    private static func lines(_ text: String) -> String {
        text.split(separator: "\n").joined(separator: "\n  ")
    }
}
