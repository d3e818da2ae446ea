import Declarations
package import Learning

/// `gradcheck [N]`
package enum GradcheckCommand: Command {
    package static let name = "gradcheck"
    package static let group = CommandGroup.optimization
    package static let summary = "check the analytic gradient by the numeric one"
    package static let discussion = """
        Relative error |a − n| / max(|a|, |n|) in double precision; below 1e-6 is right. Weights at
        which a hinge or |W| changes sides within h are named and left out of the maximum. Where the
        error is larger, other steps h are tried: a gradient that is right at one of them is right,
        and the given h is too small (rounding) or too large (curvature) to tell.
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
        let classifier = try session.classifier()
        func check(_ h: Double) -> GradientCheck.Result {
            GradientCheck(checks: call[checks], h: h, seed: session.state.seed).run(
                classifier, objective: session.state.objective, examples: sample)
        }
        let result = check(call[h])
        let verdict = Self.verdict(result, h: call[h], check)
        let compared = result.checked - result.kinks.count
        var lines = [
            compared == 0
                ? "  nothing was checked: a kink is within \(NumberText.general(call[h])) of each of the \(result.checked) weights; choose a smaller h"
                : "  \(compared) weights on \(sample.count) examples: max relative error \(NumberText.significant(result.maxRelativeError, 3)) · \(verdict)",
            "  single precision, as training uses it: \(NumberText.significant(result.fastError, 3)) off",
        ]
        if compared > 0, let first = result.kinks.first {
            let place =
                first.feature.map { "W[\(first.classIndex), \($0)]" } ?? "b[\(first.classIndex)]"
            lines.append(
                "  \(result.kinks.count) straddle a kink and are left out, such as \(place)")
        }
        return Outcome(
            lines.joined(separator: "\n"),
            record: [
                "max_relative_error": compared == 0 ? .nothing : .number(result.maxRelativeError),
                "checked": .count(compared), "kinks": .count(result.kinks.count),
                "fast_error": .number(result.fastError),
            ])
    }

    /// Steps that are tried when the given one finds a difference: of the best the error of rounding,
    /// ε·|L| / h, and that of curvature, h²·|L‴| / 6, are both small.
    private static let steps = [1e-5, 1e-4, 1e-6, 1e-3, 1e-7, 1e-2]

    /// What a check says of the gradient; `check` repeats it with another step.
    package static func verdict(
        _ result: GradientCheck.Result, h: Double, _ check: (Double) -> GradientCheck.Result
    ) -> String {
        guard result.worst != nil else { return "" }
        let error = result.maxRelativeError
        if error < 1e-6 { return "the gradient is right" }
        for step in steps where step != h {
            let other = check(step)
            guard other.worst != nil, other.maxRelativeError < 1e-6 else { continue }
            let cause = step > h ? "too small (rounding)" : "too large (curvature)"
            return "h is \(cause) to tell; with h=\(NumberText.general(step)) the error is "
                + "\(NumberText.significant(other.maxRelativeError, 3)), and the gradient is right"
        }
        return error < 1e-3 ? "suspicious" : "the gradient is wrong"
    }
}
