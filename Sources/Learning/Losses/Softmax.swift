package import Declarations
package import Numeric

/// The cross-entropy of the softmax classifier (CS231n, lecture 3):
/// Lᵢ = −log(e^{s_{yᵢ}} / Σⱼ e^{sⱼ}), by a log-sum-exp shifted by the largest score.
package struct Softmax: Loss {
    package static let name = "softmax"
    package static let summary = "softmax cross-entropy loss"
    package static let formula = "Lᵢ = −log(e^{s_{yᵢ}} / Σⱼ e^{sⱼ})"
    package static let aliases = [
        "cross-entropy", "crossentropy", "ce", "logistic", "nll",
    ]
    package static let termColumn = TermColumn(
        title: "softmax", term: "probability", terms: "probabilities", decimals: 4)

    package init() {}
    package init(_ values: ParameterValues) {}

    package var formula: String { Self.formula }
    package var hasKinks: Bool { false }

    package func valueAtZero(classes: Int) -> Double { Elementary.log(Double(classes)) }

    package func value(_ scores: Span<Float>, label: Int) -> Double {
        var largest = scores[0]
        for j in 1..<scores.count { largest = max(largest, scores[j]) }
        let sum = VectorKernels.sumOfExponentials(scores, minus: largest)
        return Elementary.log(sum) - Double(scores[label] - largest)
    }

    package func differentiate(_ scores: inout MutableSpan<Float>, label: Int) -> Double {
        var largest = scores[0]
        for j in 1..<scores.count { largest = max(largest, scores[j]) }
        let correct = Double(scores[label] - largest)
        let sum = VectorKernels.exponentiate(&scores, minus: largest)
        let share = Float(1 / sum)
        for j in 0..<scores.count { scores[j] *= share }
        scores[label] -= 1
        return Elementary.log(sum) - correct
    }

    package func addValues(
        _ scores: StackedScores, labels: Span<Int32>, into sums: inout MutableSpan<Double>
    ) {
        scores.addLogSumExps(labels: labels, into: &sums)
    }

    /// The probability of each class.
    package func terms(_ scores: [Double], label: Int) -> [Double] {
        let largest = scores.max() ?? 0
        let powers = scores.map { Elementary.exp($0 - largest) }
        let sum = powers.reduce(0, +)
        return powers.map { $0 / sum }
    }

    package func arithmetic(
        _ scores: [Double], label: Int, text: (Double) -> String
    ) -> String {
        "−log " + text(terms(scores, label: label)[label])
    }

    package func value(_ scores: [Double], label: Int) -> Double {
        let largest = scores.max() ?? 0
        let sum = scores.reduce(0) { $0 + Elementary.exp($1 - largest) }
        return Elementary.log(sum) - (scores[label] - largest)
    }

    package func slopes(_ scores: [Double], label: Int) -> [Double] {
        var slopes = terms(scores, label: label)
        slopes[label] -= 1
        return slopes
    }
}

// MARK: - What one score changes

extension Softmax {
    /// The probabilities.
    package func state(_ scores: [Double], label: Int) -> [Double] { terms(scores, label: label) }

    package func change(_ states: LossStates, class c: Int, x: Span<Double>, h: Double) -> Double {
        var sum = VectorKernels.logSumExpChange(
            states.values.span.extracting(states.place(c, 0..<states.count)), x, h: h)
        for i in states.own[c] { sum -= 2 * h * x[i] }
        return sum
    }
}
