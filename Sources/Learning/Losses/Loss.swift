package import Declarations
package import Numeric

/// A data loss: Lᵢ of one example from its C scores and its label.
///
/// It knows nothing of features, weights or optimizers.
package protocol Loss: Sendable {
    /// What `loss NAME` calls it.
    static var name: String { get }
    static var summary: String { get }
    static var formula: String { get }
    static var hyperparameters: [any AnyParameter] { get }

    init(_ values: ParameterValues)

    /// The formula with this loss's own numbers.
    var formula: String { get }
    /// Whether the slope jumps somewhere, so that a numeric gradient is wrong there.
    var hasKinks: Bool { get }
    /// Lᵢ when all scores are equal, by which a fresh start is checked.
    func valueAtZero(classes: Int) -> Double

    /// Lᵢ.
    func value(_ scores: Span<Float>, label: Int) -> Double
    /// Lᵢ; the scores become ∂Lᵢ/∂s.
    func differentiate(_ scores: inout MutableSpan<Float>, label: Int) -> Double

    /// Σ Lᵢ of some rows of scores, n×C, and how many have their label's as the highest.
    func values(_ scores: Span<Float>, labels: Span<Int32>) -> Pass.Sums
    /// The same; the scores become ∂Lᵢ/∂s.
    func differentiate(_ scores: inout MutableSpan<Float>, labels: Span<Int32>) -> Pass.Sums

    /// sums[a] += Σ Lᵢ of some examples for each of many classifiers; `labels` has one an example.
    func addValues(
        _ scores: StackedScores, labels: Span<Int32>, into sums: inout MutableSpan<Double>)

    /// Each class's share of the arithmetic, as `explain` shows it.
    func terms(_ scores: [Double], label: Int) -> [Double]
    /// Lᵢ in double precision.
    func value(_ scores: [Double], label: Int) -> Double
    /// ∂Lᵢ/∂s in double precision.
    func slopes(_ scores: [Double], label: Int) -> [Double]
}

extension Loss {
    package func values(_ scores: Span<Float>, labels: Span<Int32>) -> Pass.Sums {
        var sums = Pass.Sums()
        let classes = labels.isEmpty ? 0 : scores.count / labels.count
        for r in 0..<labels.count {
            let (row, label) = (scores.extracting(r * classes..<(r + 1) * classes), Int(labels[r]))
            sums.add(value(row, label: label), isCorrect: Pass.isHighest(label, in: row))
        }
        return sums
    }

    package func differentiate(
        _ scores: inout MutableSpan<Float>, labels: Span<Int32>
    ) -> Pass.Sums {
        var sums = Pass.Sums()
        let classes = labels.isEmpty ? 0 : scores.count / labels.count
        for r in 0..<labels.count {
            let label = Int(labels[r])
            scores.withSlice(r * classes..<(r + 1) * classes) { row in
                let isCorrect = Pass.isHighest(label, in: row.span)
                sums.add(differentiate(&row, label: label), isCorrect: isCorrect)
            }
        }
        return sums
    }

    /// Row after row, for losses without a quicker way.
    package func addValues(
        _ scores: StackedScores, labels: Span<Int32>, into sums: inout MutableSpan<Double>
    ) {
        var row = [Float](repeating: 0, count: scores.classes)
        for r in 0..<labels.count {
            for a in 0..<scores.stacked {
                var span = row.mutableSpan
                scores.scores(row: r, classifier: a, into: &span)
                sums[a] += value(row.span, label: Int(labels[r]))
            }
        }
    }
}
