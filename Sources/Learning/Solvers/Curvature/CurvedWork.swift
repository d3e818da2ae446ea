import Numeric

/// Turns scores into slopes, which it keeps for the products with the curvature that follow.
struct SlopeWork: RowWork {
    let loss: any CurvedLoss
    let classes: Int
    /// The slopes of every row of the pass, n×C.
    let kept: DisjointWrites<Float>

    func values(_ scores: Span<Float>, labels: Span<Int32>, at position: Int) -> Pass.Sums {
        Pass.Sums()
    }

    func differentiate(
        _ scores: inout MutableSpan<Float>, labels: Span<Int32>, at position: Int
    ) -> Pass.Sums {
        var sums = Pass.Sums()
        for r in 0..<labels.count {
            let label = Int(labels[r])
            let place = (position + r) * classes
            scores.withSlice(r * classes..<(r + 1) * classes) { row in
                let isCorrect = Pass.isHighest(label, in: row.span)
                kept.withSlice(place..<place + classes) { slopes in
                    let (loss, dual) = self.loss.differentiate(
                        row.span, label: label, into: &slopes)
                    sums.add(loss, isCorrect: isCorrect)
                    sums.dual += dual
                    for c in 0..<classes { row[c] = slopes[c] }
                }
            }
        }
        return sums
    }
}

/// Turns the scores of a direction into their products with the curvature at the slopes that are kept.
struct BendWork: RowWork {
    let loss: any CurvedLoss
    let classes: Int
    let kept: DisjointWrites<Float>

    func values(_ scores: Span<Float>, labels: Span<Int32>, at position: Int) -> Pass.Sums {
        Pass.Sums()
    }

    func differentiate(
        _ scores: inout MutableSpan<Float>, labels: Span<Int32>, at position: Int
    ) -> Pass.Sums {
        var sums = Pass.Sums()
        for r in 0..<labels.count {
            let place = (position + r) * classes
            scores.withSlice(r * classes..<(r + 1) * classes) { row in
                kept.withSlice(place..<place + classes) { slopes in
                    loss.bend(&row, slopes: slopes.span, label: Int(labels[r]))
                }
            }
        }
        sums.count = labels.count
        return sums
    }
}

/// Takes given numbers, n×C, in the place of scores.
struct GivenWork: RowWork {
    let classes: Int
    let given: DisjointWrites<Float>

    func values(_ scores: Span<Float>, labels: Span<Int32>, at position: Int) -> Pass.Sums {
        Pass.Sums()
    }

    func differentiate(
        _ scores: inout MutableSpan<Float>, labels: Span<Int32>, at position: Int
    ) -> Pass.Sums {
        var sums = Pass.Sums()
        for i in 0..<labels.count * classes { scores[i] = given[position * classes + i] }
        sums.count = labels.count
        return sums
    }
}
