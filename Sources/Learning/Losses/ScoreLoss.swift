package import Numeric

/// Lᵢ as a function of an example's C scores and its label, in all the ways that passes, descent and
/// gradient checks ask for it: a loss that was chosen, or one whose classes have weights.
package protocol ScoreLoss: Sendable {
    /// Whether the slope jumps somewhere, so that a numeric gradient is wrong there.
    var hasKinks: Bool { get }

    /// Lᵢ.
    func value(_ scores: Span<Float>, label: Int) -> Double
    /// Lᵢ; the scores become ∂Lᵢ/∂s.
    func differentiate(_ scores: inout MutableSpan<Float>, label: Int) -> Double

    /// Σ Lᵢ of rows of scores, n×C, and in how many rows the label's score is the highest.
    func values(_ scores: Span<Float>, labels: Span<Int32>) -> Pass.Sums
    /// The same; the scores become ∂Lᵢ/∂s.
    func differentiate(_ scores: inout MutableSpan<Float>, labels: Span<Int32>) -> Pass.Sums

    /// sums[a] += Σ Lᵢ of a block of examples for each of many classifiers; `labels` holds one
    /// label for each example.
    func addValues(
        _ scores: StackedScores, labels: Span<Int32>, into sums: inout MutableSpan<Double>)

    /// Lᵢ in double precision.
    func value(_ scores: [Double], label: Int) -> Double
    /// ∂Lᵢ/∂s in double precision.
    func slopes(_ scores: [Double], label: Int) -> [Double]
}

/// One row after the other; a loss with a quicker way has its own.
extension ScoreLoss {
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
