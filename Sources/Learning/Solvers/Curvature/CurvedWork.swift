import Numeric

/// Work on the scores of a row and its numbers that are kept from one pass to another, C of both.
protocol KeptWork: RowWork {
    var classes: Int { get }
    /// The numbers of every row of the pass, n×C.
    var kept: DisjointWrites<Float> { get }

    /// Puts in the place of a row's scores what is multiplied with its features; `place` is where its
    /// numbers begin.
    func finish(
        _ row: inout MutableSpan<Float>, _ numbers: inout MutableSpan<Float>, label: Int,
        at place: Int
    ) -> Pass.Sums
}

extension KeptWork {
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
                kept.withSlice(place..<place + classes) { numbers in
                    sums.add(finish(&row, &numbers, label: Int(labels[r]), at: place))
                }
            }
        }
        return sums
    }
}

/// Turns scores into slopes, which it keeps for the products with the curvature that follow.
struct SlopeWork: KeptWork {
    let loss: any CurvedLoss
    let classes: Int
    let kept: DisjointWrites<Float>

    func finish(
        _ row: inout MutableSpan<Float>, _ slopes: inout MutableSpan<Float>, label: Int,
        at place: Int
    ) -> Pass.Sums {
        var sums = Pass.Sums()
        let isCorrect = Pass.isHighest(label, in: row.span)
        let (loss, dual) = self.loss.differentiate(row.span, label: label, into: &slopes)
        sums.add(loss, isCorrect: isCorrect)
        sums.dual = dual
        for c in 0..<classes { row[c] = slopes[c] }
        return sums
    }
}

/// Turns the scores of a direction into their products with the curvature at the slopes that are kept.
struct BendWork: KeptWork {
    let loss: any CurvedLoss
    let classes: Int
    let kept: DisjointWrites<Float>

    func finish(
        _ row: inout MutableSpan<Float>, _ slopes: inout MutableSpan<Float>, label: Int,
        at place: Int
    ) -> Pass.Sums {
        loss.bend(&row, slopes: slopes.span, label: label)
        return Pass.Sums(count: 1)
    }
}

/// Takes the numbers that are kept in the place of scores.
struct GivenWork: KeptWork {
    let classes: Int
    let kept: DisjointWrites<Float>

    func finish(
        _ row: inout MutableSpan<Float>, _ given: inout MutableSpan<Float>, label: Int,
        at place: Int
    ) -> Pass.Sums {
        for c in 0..<classes { row[c] = given[c] }
        return Pass.Sums(count: 1)
    }
}
