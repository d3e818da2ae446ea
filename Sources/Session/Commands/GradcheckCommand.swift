import Learning

/// `gradcheck [N]`
package enum GradcheckCommand: Command {
    package static let name = "gradcheck"
    package static let group = CommandGroup.optimization
    package static let summary = "check the analytic gradient by the numeric one"
    package static let discussion = """
        Relative error |a − n| / max(|a|, |n|) in double precision; below 1e-6 is right. Weights at
        which a hinge or |W| changes sides within h are named and left out of the maximum.
        """
    package static let examples = [
        Example("gradcheck 20", "twenty weights at random, and all biases")
    ]

    private static let checks = Parameter.count(
        "n", default: 100, in: 1...1_000_000, positional: true, "how many weights")
    private static let h = Parameter.number(
        "h", default: 1e-5, .positive, "how far a weight is moved")
    private static let count = Parameter.count(
        "examples", default: 500, in: 1...100_000, "how many examples")

    package static let forms = [Form(nil, "", [checks, h, count])]

    package static func run(_ call: Invocation, in session: Session) throws(Failure) -> Outcome {
        let sample = try session.examples(.train).sample(call[count])
        let result = GradientCheck(checks: call[checks], h: call[h], seed: session.state.seed).run(
            try session.classifier(), objective: session.state.objective, examples: sample)
        let error = result.maxRelativeError
        let verdict =
            error < 1e-6
            ? "the gradient is right" : error < 1e-3 ? "suspicious" : "the gradient is wrong"
        var lines = [
            "  \(result.checked) weights on \(sample.count) examples: max relative error \(NumberText.significant(error, 3)) · \(verdict)",
            "  single precision, as training uses it: \(NumberText.significant(result.fastError, 3)) off",
        ]
        if let first = result.kinks.first {
            let place =
                first.feature.map { "W[\(first.classIndex), \($0)]" } ?? "b[\(first.classIndex)]"
            lines.append(
                "  \(result.kinks.count) straddle a kink and are left out, such as \(place)")
        }
        return Outcome(
            lines.joined(separator: "\n"),
            record: [
                "max_relative_error": .number(error), "checked": .count(result.checked),
                "kinks": .count(result.kinks.count), "fast_error": .number(result.fastError),
            ])
    }
}
