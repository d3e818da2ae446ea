import Numeric

/// The numeric gradient of all weights over all examples, by centred differences in double
/// precision. Moving one weight changes one class's scores only, and the loss says what that
/// changes in it (`Loss.change`): at best the cost of a weight is O(N).
package struct IncrementalGradient: Sendable {
    package var h: Double

    private static let blockRows = 1024
    private static let pieceColumns = 64

    package init(h: Double) { self.h = h }

    /// The largest |h·x| that the losses' series allow.
    private static let longestStep = 0.25

    package enum Outcome: Sendable {
        case gradient(Gradient)
        case cancelled
        /// A feature times h is above ¼; h may be at most this number.
        case stepTooLong(atMost: Double)
    }

    package func run(
        _ classifier: LinearClassifier, objective: Objective, examples: Examples,
        observer: RunObserver = RunObserver()
    ) -> Outcome {
        let loss = objective.loss
        let classes = classifier.classes
        let width = classifier.dimension + 1
        let pass = Pass(examples)
        let clock = Stopwatch()
        var sums = [Double](repeating: 0, count: classes * width)
        let pieces = (width + Self.pieceColumns - 1) / Self.pieceColumns
        let largest = Guarded(1.0)
        for begin in stride(from: 0, to: examples.count, by: Self.blockRows) {
            guard !observer.isCancelled() else { return .cancelled }
            let block = begin..<min(examples.count, begin + Self.blockRows)
            let (positions, states) = states(block, classifier, pass, loss, examples)
            let parts = weighted(states, objective.classWeights)
            sums.withDisjointWrites { shared in
                Parallel.forEach(pieces) { piece in
                    let columns =
                        piece * Self.pieceColumns..<min(width, (piece + 1) * Self.pieceColumns)
                    let x = features(columns, positions, examples)
                    let size = x.reduce(0) { max($0, abs($1)) }
                    largest.with { $0 = max($0, size) }
                    guard size * h <= Self.longestStep else { return }
                    let n = positions.count
                    for (index, column) in columns.enumerated() {
                        let values = x.span.extracting(index * n..<(index + 1) * n)
                        for part in parts {
                            let own = values.extracting(part.range)
                            for c in 0..<classes {
                                shared[c * width + column] +=
                                    part.weight * loss.change(part.states, class: c, x: own, h: h)
                            }
                        }
                    }
                }
            }
            let size = largest.with { $0 }
            guard size * h <= Self.longestStep else {
                return .stepTooLong(atMost: Self.longestStep / size)
            }
            report(block.upperBound, examples.count, clock.seconds, observer)
        }
        return .gradient(gradient(sums, classifier, objective, examples.count))
    }

    private func report(_ done: Int, _ count: Int, _ seconds: Double, _ observer: RunObserver) {
        let fraction = Double(done) / Double(count)
        observer.report(
            RunProgress(
                fraction: fraction, loss: nil, examplesPerSecond: Double(done) / max(seconds, 1e-9),
                secondsLeft: seconds / fraction - seconds, label: "example \(done)/\(count)"))
    }

    /// The block's positions sorted by label, and their states in that order.
    private func states(
        _ block: Range<Int>, _ classifier: LinearClassifier, _ pass: Pass,
        _ loss: any Loss, _ examples: Examples
    ) -> ([Int], LossStates) {
        let classes = classifier.classes
        let scores = pass.scores(classifier, positions: block)
        let positions = block.sorted { (examples.label($0), $0) < (examples.label($1), $1) }
        var own = [Range<Int>](repeating: 0..<0, count: classes)
        var values = [Double](repeating: 0, count: classes * positions.count)
        for (i, position) in positions.enumerated() {
            let label = examples.label(position)
            own[label] = (own[label].isEmpty ? i : own[label].lowerBound)..<i + 1
            let row = scores.row(position - block.lowerBound).map { Double($0) }
            for (c, value) in loss.state(row, label: label).enumerated() {
                values[c * positions.count + i] = value
            }
        }
        return (positions, LossStates(values: values, count: positions.count, own: own))
    }

    /// The states by what they count: all of them, or those of each class where classes have weights.
    private func weighted(
        _ states: LossStates, _ weights: ClassWeights?
    ) -> [(states: LossStates, range: Range<Int>, weight: Double)] {
        guard let values = weights?.values, !values.isEmpty else {
            return [(states, 0..<states.count, 1)]
        }
        return states.own.indices.compactMap { label in
            let range = states.own[label]
            return range.isEmpty ? nil : (states.ofLabel(label), range, values[label])
        }
    }

    /// Scaled features, column after column; the column after the last one is the bias's 1.
    private func features(
        _ columns: Range<Int>, _ positions: [Int], _ examples: Examples
    ) -> [Double] {
        let n = positions.count
        var x = [Double](repeating: 0, count: columns.count * n)
        var span = x.mutableSpan
        let inside = columns.clamped(to: 0..<examples.dimension)
        let scaling = examples.scaling
        for (i, position) in positions.enumerated() {
            let raw = examples.features.values(ofRow: examples.rows[position], columns: inside)
            for (index, value) in raw.enumerated() {
                let d = inside.lowerBound + index
                span[index * n + i] =
                    (Double(value) - Double(scaling.mean[d])) / Double(scaling.scale[d])
            }
            if columns.upperBound > examples.dimension { span[(columns.count - 1) * n + i] = 1 }
        }
        return x
    }

    private func gradient(
        _ sums: [Double], _ classifier: LinearClassifier, _ objective: Objective, _ count: Int
    ) -> Gradient {
        let (classes, dimension) = (classifier.classes, classifier.dimension)
        var result = Gradient(classes: classes, dimension: dimension)
        let scale = 1 / (2 * h * Double(max(count, 1)))
        func penalty(_ w: Float) -> Double {
            let w = Double(w)
            let change =
                objective.penalty.quadratic * ((w + h) * (w + h) - (w - h) * (w - h))
                + objective.penalty.absolute * (abs(w + h) - abs(w - h))
            return objective.strength * change / (2 * h)
        }
        for c in 0..<classes {
            for d in 0..<dimension {
                if Parallel.isAbandoned(turn: d) { return result }
                result.dW[c, d] = Float(
                    sums[c * (dimension + 1) + d] * scale + penalty(classifier.W[c, d]))
            }
            result.db[c] = Float(
                sums[c * (dimension + 1) + dimension] * scale
                    + (objective.regularizesBias ? penalty(classifier.b[c]) : 0))
        }
        return result
    }
}
