/// What a loss needs of a block of examples to say how moving one class's scores changes it: the
/// states of the examples, which are sorted by label.
package struct LossStates: Sendable {
    /// C×n.
    let values: [Double]
    /// n.
    let count: Int
    /// Which examples have each class as their label.
    let own: [Range<Int>]

    /// Where the values of a class for a range of examples are.
    func place(_ c: Int, _ range: Range<Int>) -> Range<Int> {
        c * count + range.lowerBound..<c * count + range.upperBound
    }

    /// The states of the examples of one label alone.
    func ofLabel(_ label: Int) -> LossStates {
        let range = own[label]
        var ranges = [Range<Int>](repeating: 0..<0, count: own.count)
        ranges[label] = 0..<range.count
        return LossStates(
            values: own.indices.flatMap { values[place($0, range)] }, count: range.count,
            own: ranges)
    }
}

/// A loss without a quicker way keeps the scores, and is evaluated with the class's score moved.
extension Loss {
    package func state(_ scores: [Double], label: Int) -> [Double] { scores }

    package func change(_ states: LossStates, class c: Int, x: Span<Double>, h: Double) -> Double {
        var sum = 0.0
        var scores = [Double](repeating: 0, count: states.own.count)
        for (label, examples) in states.own.enumerated() {
            for i in examples {
                for j in scores.indices { scores[j] = states.values[j * states.count + i] }
                let score = scores[c]
                scores[c] = score + h * x[i]
                sum += value(scores, label: label)
                scores[c] = score - h * x[i]
                sum -= value(scores, label: label)
            }
        }
        return sum
    }
}
