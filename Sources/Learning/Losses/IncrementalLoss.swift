import Numeric

/// A loss that knows what one class's scores change in it, at O(1) an example, so that the numeric
/// gradient of every weight over every example costs seconds and no hours.
package protocol IncrementalLoss: Loss {
    /// What `change` needs of an example: C numbers from its scores.
    func state(_ scores: [Double], label: Int) -> [Double]

    /// Σᵢ Lᵢ(s_c + h·xᵢ) − Lᵢ(s_c − h·xᵢ), where |h·x| is at most ¼.
    func change(_ states: LossStates, class c: Int, x: Span<Double>, h: Double) -> Double
}

/// The states of some examples, class after class, the examples sorted by label.
package struct LossStates: Sendable {
    /// C×n.
    let values: [Double]
    let count: Int
    /// Which examples have each class as their label.
    let own: [Range<Int>]

    /// Where some examples' values of a class are.
    func place(_ c: Int, _ range: Range<Int>) -> Range<Int> {
        c * count + range.lowerBound..<c * count + range.upperBound
    }
}

extension SVM: IncrementalLoss {
    /// sⱼ − s_y + Δ; what stands for the label's own class is not used.
    package func state(_ scores: [Double], label: Int) -> [Double] {
        scores.map { $0 - scores[label] + margin }
    }

    package func change(_ states: LossStates, class c: Int, x: Span<Double>, h: Double) -> Double {
        let own = states.own[c]
        let values = states.values.span
        var sum = 0.0
        for range in [0..<own.lowerBound, own.upperBound..<states.count] {
            sum += VectorKernels.hingeChange(
                values.extracting(states.place(c, range)), x.extracting(range), up: h, down: -h,
                isSquared: isSquared)
        }
        // The correct class's score lowers every margin of its example.
        for j in states.own.indices where j != c {
            sum += VectorKernels.hingeChange(
                values.extracting(states.place(j, own)), x.extracting(own), up: -h, down: h,
                isSquared: isSquared)
        }
        return sum
    }
}

extension Softmax: IncrementalLoss {
    /// The probabilities.
    package func state(_ scores: [Double], label: Int) -> [Double] { terms(scores, label: label) }

    package func change(_ states: LossStates, class c: Int, x: Span<Double>, h: Double) -> Double {
        var sum = VectorKernels.softmaxChange(
            states.values.span.extracting(states.place(c, 0..<states.count)), x, h: h)
        for i in states.own[c] { sum -= 2 * h * x[i] }
        return sum
    }
}
