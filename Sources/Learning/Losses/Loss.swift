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
    /// What other programs call it; `loss ALIAS` suggests the name.
    static var aliases: [String] { get }
    static var hyperparameters: [any AnyParameter] { get }
    /// How `explain` shows the terms.
    static var termColumn: TermColumn { get }

    init(_ values: ParameterValues)
    /// The values of the hyperparameters that `init` takes.
    var settings: ParameterValues { get }

    /// The formula with this loss's own numbers.
    var formula: String { get }
    /// Whether the slope jumps somewhere, so that a numeric gradient is wrong there.
    var hasKinks: Bool { get }
    /// Lᵢ when all scores are 0: what a fresh start should give.
    func valueAtZero(classes: Int) -> Double

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

    /// The number that the loss computes for each class, as `explain` shows it.
    func terms(_ scores: [Double], label: Int) -> [Double]
    /// The arithmetic of Lᵢ without its result, such as `−log 0.13`; `text` writes a number.
    func arithmetic(_ scores: [Double], label: Int, text: (Double) -> String) -> String
    /// Lᵢ in double precision.
    func value(_ scores: [Double], label: Int) -> Double
    /// ∂Lᵢ/∂s in double precision.
    func slopes(_ scores: [Double], label: Int) -> [Double]

    /// The loss as solvers take it, with its curvature and its conjugate; nil where it has no such form.
    var curved: (any CurvedLoss)? { get }

    /// What `change` needs of an example: C numbers that are computed from its scores once.
    func state(_ scores: [Double], label: Int) -> [Double]
    /// Σᵢ Lᵢ(s_c + h·xᵢ) − Lᵢ(s_c − h·xᵢ), where |h·x| is at most ¼: the numeric gradient by one
    /// weight of class c, whose feature is xᵢ in example i.
    func change(_ states: LossStates, class c: Int, x: Span<Double>, h: Double) -> Double
}

extension Loss {
    package static var aliases: [String] { [] }
    package static var hyperparameters: [any AnyParameter] { [] }
    package var settings: ParameterValues { ParameterValues() }
    package var curved: (any CurvedLoss)? { nil }

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

    /// One row after the other; a loss with a quicker way has its own `addValues`.
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
