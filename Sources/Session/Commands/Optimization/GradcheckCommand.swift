import Declarations
package import Learning

/// `gradcheck [N]`
package enum GradcheckCommand: Command {
    package static let name = "gradcheck"
    package static let group = CommandGroup.optimization
    package static let summary = "compare the analytic gradient with the numeric one"
    package static let discussion = """
        The relative error is |a − n| / max(|a|, |n|), in double precision; a gradient with an error
        below 1e-6 is right. A weight whose change by h crosses a kink, of a hinge or of |W|, is left
        out. Where the error is larger than 1e-6, other values of h are tried: if the error is below
        1e-6 for another h, the gradient is right, and the given h is too small (rounding) or too
        large (curvature) to tell.
        """
    package static let examples = [
        Example(
            "gradcheck 20", "twenty random weights, or all where there are fewer, and all biases",
            result: """
                  12 weights and 3 biases on 90 examples: max relative error 1.8e-7 · the gradient is right
                  single precision, as training uses it: 1.29e-7 off
                """)
    ]

    private static let checks = Parameter.count(
        "n", default: 100, in: 1...1_000_000, positional: true,
        "how many random weights; every bias is checked too")
    private static let h = Parameter.number(
        "h", default: 1e-5, .positive, "by how much a weight is changed")
    private static let count = Parameter.count(
        "examples", default: 500, in: 1...100_000, "how many examples")

    package static let forms = [Form(nil, "", [checks, h, count, Part.ofGradient])]

    package static func run(_ call: Invocation, in session: Session) throws(Failure) -> Outcome {
        let part = Part(rawValue: call[Part.ofGradient]) ?? .train
        let sample = try session.examples(part).sample(call[count])
        let classifier = try session.classifier()
        func check(_ h: Double) -> GradientCheck.Result {
            GradientCheck(checks: call[checks], h: h, seed: session.state.seed).run(
                classifier, objective: session.state.objective, examples: sample)
        }
        let result = check(call[h])
        let verdict = Self.verdict(result, h: call[h], check)
        let compared = result.checked - result.kinks.count
        let biases = result.biases - result.kinks.count { $0.feature == nil }
        var lines = [
            compared == 0
                ? "  nothing was checked: each of the \(result.checked) weights is within \(NumberText.general(call[h])) of a kink; choose a smaller h"
                : "  \(compared - biases) weights and \(biases) biases on \(sample.count) examples: max relative error \(NumberText.significant(result.maxRelativeError, 3)) · \(verdict)",
            "  single precision, as training uses it: \(NumberText.significant(result.fastError, 3)) off",
        ]
        if compared > 0, let first = result.kinks.first {
            let place =
                first.feature.map { "W[\(first.classIndex), \($0)]" } ?? "b[\(first.classIndex)]"
            lines.append(
                "  \(result.kinks.count) weights within h of a kink are left out, such as \(place)")
        }
        return Outcome(
            lines.joined(separator: "\n"),
            record: [
                "max_relative_error": compared == 0 ? .nothing : .number(result.maxRelativeError),
                "checked": .count(compared), "weights": .count(compared - biases),
                "biases": .count(biases), "kinks": .count(result.kinks.count),
                "fast_error": .number(result.fastError),
            ])
    }

    /// The values of h that are tried when the given h finds a difference. A good h keeps both the
    /// error of rounding, ε·|L| / h, and the error of curvature, h²·|L‴| / 6, small.
    private static let steps = [1e-5, 1e-4, 1e-6, 1e-3, 1e-7, 1e-2]

    /// The sentence about the gradient that a check leads to; `check` repeats it with another h.
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
