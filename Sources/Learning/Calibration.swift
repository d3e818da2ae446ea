import Numeric

/// How far the probabilities of predictions can be relied on: of the predictions with a probability of
/// about p, the share that is right should be p (Guo et al. 2017).
package struct Calibration: Sendable, Equatable {
    /// The predictions whose probability, their confidence, is in a part of 0…1.
    package struct Bin: Sendable, Equatable {
        package var count = 0
        /// The mean probability; 0 where there is no prediction.
        package var confidence = 0.0
        /// The share that is right; 0 where there is no prediction.
        package var accuracy = 0.0
    }

    /// M parts of the same width; the mth, from 0, has the probabilities above m/M up to (m + 1)/M.
    package let bins: [Bin]

    package var count: Int { bins.reduce(0) { $0 + $1.count } }

    /// The expected calibration error: Σ n_m/n |accuracy_m − confidence_m|.
    package var expectedError: Double {
        let sum = bins.reduce(0) { $0 + Double($1.count) * abs($1.accuracy - $1.confidence) }
        return sum / Double(max(count, 1))
    }

    /// From the probability of each prediction, in 0…1, and whether it is right.
    package init(_ predictions: [(confidence: Double, isCorrect: Bool)], bins count: Int) {
        var bins = [Bin](repeating: Bin(), count: count)
        for (confidence, isCorrect) in predictions {
            let bin = (1..<max(count, 1)).count { Double($0) / Double(count) < confidence }
            bins[bin].count += 1
            bins[bin].confidence += confidence
            bins[bin].accuracy += isCorrect ? 1 : 0
        }
        self.bins = bins.map { bin in
            let n = Double(max(bin.count, 1))
            return Bin(
                count: bin.count, confidence: bin.confidence / n, accuracy: bin.accuracy / n)
        }
    }

    /// Of the softmax of a classifier's scores; nil where a score is no finite number.
    package init?(_ classifier: LinearClassifier, on examples: Examples, bins count: Int) {
        let scores = Pass(examples).scores(classifier, positions: 0..<examples.count)
        var predictions: [(confidence: Double, isCorrect: Bool)] = []
        predictions.reserveCapacity(examples.count)
        for r in 0..<scores.rows {
            if Parallel.isAbandoned(turn: r) { break }
            let row = scores.row(r).map { Double($0) }
            let probabilities = Softmax().terms(row, label: 0)
            guard let best = row.indices.max(by: { row[$0] < row[$1] }),
                probabilities[best].isFinite
            else { return nil }
            let first = row.firstIndex(of: row[best]) ?? best
            predictions.append((probabilities[first], first == examples.label(r)))
        }
        self.init(predictions, bins: count)
    }
}
