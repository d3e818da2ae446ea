import Numeric

/// The objective in double precision, written the obvious way: tests compare the fast passes with
/// it, and gradient checks evaluate it. It keeps its examples as doubles, so it is made for at most
/// a few thousand examples.
package struct DoubleProblem: Sendable {
    package let objective: Objective
    /// N rows of D scaled features.
    private let rows: [[Double]]
    private let labels: [Int]

    package init(objective: Objective, examples: Examples) {
        self.objective = objective
        let mean = examples.scaling.mean
        let scale = examples.scaling.scale
        rows = (0..<examples.count).map { position in
            if Parallel.isAbandoned { return [] }
            let raw = examples.features.row(examples.rows[position])
            return raw.indices.map { (Double(raw[$0]) - Double(mean[$0])) / Double(scale[$0]) }
        }
        labels = (0..<examples.count).map(examples.label)
    }

    /// N×C.
    package func scores(_ classifier: LinearClassifier) -> [[Double]] {
        rows.map { row in
            if Parallel.isAbandoned { return [Double](repeating: 0, count: classifier.classes) }
            return (0..<classifier.classes).map { c in
                zip(classifier.W.row(c), row).reduce(Double(classifier.b[c])) {
                    $0 + Double($1.0) * $1.1
                }
            }
        }
    }

    package func dataLoss(_ scores: [[Double]]) -> Double {
        zip(scores, labels).reduce(0.0) { $0 + objective.scoreLoss.value($1.0, label: $1.1) }
            / Double(rows.count)
    }

    /// ∂L/∂W (C×D, row-major) and ∂L/∂b, both with λR's part.
    package func gradient(_ classifier: LinearClassifier) -> (dW: [Double], db: [Double]) {
        let dimension = classifier.dimension
        var dW = [Double](repeating: 0, count: classifier.classes * dimension)
        var db = [Double](repeating: 0, count: classifier.classes)
        for (index, scores) in scores(classifier).enumerated() where !Parallel.isAbandoned {
            let slopes = objective.scoreLoss.slopes(scores, label: labels[index])
            for (c, slope) in slopes.enumerated() where slope != 0 {
                db[c] += slope
                for d in 0..<dimension { dW[c * dimension + d] += slope * rows[index][d] }
            }
        }
        let n = Double(rows.count)
        for index in dW.indices {
            if Parallel.isAbandoned(turn: index) { break }
            dW[index] =
                dW[index] / n
                + objective.strength * objective.penalty.slope(Double(classifier.W.elements[index]))
        }
        for c in db.indices {
            let pull =
                objective.regularizesBias ? objective.penalty.slope(Double(classifier.b[c])) : 0
            db[c] = db[c] / n + objective.strength * pull
        }
        return (dW, db)
    }

    /// The slope by one weight, from two values of the loss. Only one column of scores changes, so
    /// the cost is N·C rather than N·C·D. Without a feature it is the slope by the bias.
    package func numericSlope(
        _ classifier: LinearClassifier, scores: [[Double]], class c: Int, feature: Int?, h: Double,
        isCentred: Bool
    ) -> (slope: Double, straddlesKink: Bool) {
        var straddles = false
        var difference = 0.0
        for index in rows.indices where !Parallel.isAbandoned {
            let x = feature.map { rows[index][$0] } ?? 1
            guard x != 0 else { continue }
            var ahead = scores[index]
            var behind = ahead
            ahead[c] += h * x
            if isCentred { behind[c] -= h * x }
            difference +=
                objective.scoreLoss.value(ahead, label: labels[index])
                - objective.scoreLoss.value(behind, label: labels[index])
            if objective.scoreLoss.hasKinks,
                objective.scoreLoss.slopes(ahead, label: labels[index])
                    != objective.scoreLoss.slopes(behind, label: labels[index])
            {
                straddles = true
            }
        }
        let width = isCentred ? 2 * h : h
        var slope = difference / Double(rows.count) / width
        if feature != nil || objective.regularizesBias, objective.strength != 0 {
            let w = Double(feature.map { classifier.W[c, $0] } ?? classifier.b[c])
            let low = isCentred ? w - h : w
            slope += objective.strength * (penalty(w + h) - penalty(low)) / width
            if objective.penalty.absolute != 0, abs(w) <= h { straddles = true }
        }
        return (slope, straddles)
    }

    private func penalty(_ w: Double) -> Double {
        objective.penalty.quadratic * w * w + objective.penalty.absolute * abs(w)
    }
}
