package import Declarations
package import Numeric
import Platform

/// The multiclass support vector machine loss of Weston and Watkins (CS231n, lecture 3):
/// Lᵢ = Σ_{j≠yᵢ} max(0, sⱼ − s_{yᵢ} + Δ), or the sum of the squares. The slope at the kink is 0.
package struct SVM: Loss {
    package static let name = "svm"
    package static let summary = "multiclass SVM (hinge) loss"
    package static let formula = "Lᵢ = Σ_{j≠yᵢ} max(0, sⱼ − s_{yᵢ} + Δ)"
    private static let marginParameter = Parameter.number(
        "margin", default: 1, .notNegative, "Δ, by how much the correct score must lead")
    private static let squaredParameter = Parameter.flag("squared", "square each margin")
    package static let hyperparameters: [any AnyParameter] = [marginParameter, squaredParameter]
    package static let aliases = ["hinge", "max-margin", "multiclass"]
    package static let termColumn = TermColumn(
        title: "SVM", term: "margin", terms: "margins", decimals: 3, leavesOutLabel: true)

    /// Δ.
    package let margin: Double
    package let isSquared: Bool

    package init(
        margin: Double = marginParameter.fallback, isSquared: Bool = squaredParameter.fallback
    ) {
        self.margin = margin
        self.isSquared = isSquared
    }

    package init(_ values: ParameterValues) {
        self.init(margin: values[Self.marginParameter], isSquared: values[Self.squaredParameter])
    }

    package var settings: ParameterValues {
        var values = ParameterValues()
        values[Self.marginParameter] = margin
        values[Self.squaredParameter] = isSquared
        return values
    }

    package var formula: String {
        let delta =
            margin == margin.rounded() && abs(margin) < 1e9
            ? String(Int(clamping: margin)) : String(margin)
        return "Lᵢ = Σ_{j≠yᵢ} max(0, sⱼ − s_{yᵢ} + \(delta))\(isSquared ? "²" : "")"
    }

    package var hasKinks: Bool { !isSquared }

    package func valueAtZero(classes: Int) -> Double {
        Double(classes - 1) * (isSquared ? margin * margin : margin)
    }

    package func value(_ scores: Span<Float>, label: Int) -> Double {
        let threshold = scores[label] - Float(margin)
        var sum = 0.0
        for j in 0..<scores.count where j != label {
            let excess = Double(max(scores[j] - threshold, 0))
            sum += isSquared ? excess * excess : excess
        }
        return scores[label].isNaN ? .nan : sum
    }

    package func differentiate(_ scores: inout MutableSpan<Float>, label: Int) -> Double {
        let correct = scores[label]
        let threshold = correct - Float(margin)
        var sum = 0.0
        var total: Float = 0
        // Without branches, because no processor can guess which margins are violated.
        for j in 0..<scores.count {
            let excess = j == label ? 0 : max(scores[j] - threshold, 0)
            sum += isSquared ? Double(excess) * Double(excess) : Double(excess)
            let slope = isSquared ? 2 * excess : excess > 0 ? 1 : 0
            scores[j] = slope
            total += slope
        }
        scores[label] = -total
        return correct.isNaN ? .nan : sum
    }

    package func addValues(
        _ scores: StackedScores, labels: Span<Int32>, into sums: inout MutableSpan<Double>
    ) {
        scores.addRamps(labels: labels, offset: margin, isSquared: isSquared, into: &sums)
    }

    /// max(0, sⱼ − s_y + Δ) for each class, squared when the loss is; 0 for the correct one.
    package func terms(_ scores: [Double], label: Int) -> [Double] {
        scores.indices.map { j in
            let excess = j == label ? 0 : max(0, scores[j] - scores[label] + margin)
            return isSquared ? excess * excess : excess
        }
    }

    package func arithmetic(
        _ scores: [Double], label: Int, text: (Double) -> String
    ) -> String {
        var others = terms(scores, label: label)
        others.remove(at: label)
        return "Σ max(0, sⱼ − s_y + \(text(margin)))\(isSquared ? "²" : "") = "
            + TermColumn.sum(others, text: text)
    }

    package func value(_ scores: [Double], label: Int) -> Double {
        terms(scores, label: label).reduce(0, +)
    }

    package func slopes(_ scores: [Double], label: Int) -> [Double] {
        var slopes = scores.indices.map { j in
            let excess = j == label ? 0 : max(0, scores[j] - scores[label] + margin)
            return isSquared ? 2 * excess : excess > 0 ? 1 : 0
        }
        slopes[label] = -slopes.reduce(0, +)
        return slopes
    }
}

// MARK: - What one score changes

extension SVM {
    /// sⱼ − s_y + Δ; the number of the label's own class is not used.
    package func state(_ scores: [Double], label: Int) -> [Double] {
        scores.map { $0 - scores[label] + margin }
    }

    package func change(_ states: LossStates, class c: Int, x: Span<Double>, h: Double) -> Double {
        let own = states.own[c]
        let values = states.values.span
        var sum = 0.0
        for range in [0..<own.lowerBound, own.upperBound..<states.count] {
            sum += VectorKernels.rampChange(
                values.extracting(states.place(c, range)), x.extracting(range), up: h, down: -h,
                isSquared: isSquared)
        }
        // The correct class's score lowers every margin of its example.
        for j in states.own.indices where j != c {
            sum += VectorKernels.rampChange(
                values.extracting(states.place(j, own)), x.extracting(own), up: -h, down: h,
                isSquared: isSquared)
        }
        return sum
    }
}
