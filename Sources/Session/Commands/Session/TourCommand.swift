import Declarations
import Notebook
import Syntax

/// `tour [STEP]`
package enum TourCommand: Command {
    package static let name = "tour"
    package static let group = CommandGroup.session
    package static let showsStatements = true
    package static let summary = "a walk through the lecture in ten steps"
    package static let discussion = """
        Each call shows the next step; tour 1 begins again. The tour takes the data that is loaded;
        if there is none, it loads digits. Every step can be undone.
        """
    package static let examples = [
        Example(
            "tour", "the next step", setup: "",
            result: """
                  1/10 The loss of one example
                …
                lc> explain scores=[3.2, 5.1, -1.7] label=0
                …
                  to try: explain scores=[1.3, 4.9, 2.0] label=1
                  the next step: tour
                """),
        Example(
            "tour 2", "the second step",
            result: """
                  2/10 Data
                …
                lc> data
                …
                lc> show 5
                …
                  to try: load cifar10 FOLDER
                  the next step: tour
                """),
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
