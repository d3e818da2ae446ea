import Numeric

/// The objective along a line of weights and by b, (a, t) ↦ F(W + aU, b + t), by the scores of W, b and of U that
/// are kept: no features are read.
final class ScoreLine: @unchecked Sendable {
    private let loss: any CurvedLoss
    private let labels: [Int32]
    private let classes: Int
    private let count: Int
    /// The scores of the point and of the direction, and ∂Lᵢ/∂s at the place that was looked at last, n×C.
    private let scores: AlignedBuffer<Float>
    private let steps: AlignedBuffer<Float>
    let slopes: AlignedBuffer<Float>
    private var isAimed = false
    private let parts: AlignedBuffer<Double>
    private let partSums: AlignedBuffer<Pass.Sums>
    private static let pieceRows = 256
    private static let mostLooks = 20
    /// How much of a value is the rounding of sums in single precision.
    private static let noise = 1e-6

    /// A place of the line: a, and t.
    struct Place {
        var length: Double
        var shift: [Double]

        static func begin(classes: Int) -> Place {
            Place(length: 0, shift: [Double](repeating: 0, count: classes))
        }
    }

    /// The squares of the penalty along the line: ½·strength·(square + 2a·slope + a²·curvature), and as much of
    /// b where it is penalized.
    struct Ridge {
        var strength: Double
        var square: Double
        var slope: Double
        var curvature: Double
        var bias: [Double]
    }

    /// The objective at a place, with its slopes and curvature by a and then by t.
    struct Level {
        var place: Place
        var value: Double
        var sums: Pass.Sums
        var slopes: [Double]
        var matrix: [Double]
    }

    /// The slopes become those of each place that is looked at.
    init(_ problem: ConvexProblem, _ loss: any CurvedLoss, slopes: AlignedBuffer<Float>) {
        self.loss = loss
        self.slopes = slopes
        let examples = problem.examples
        (classes, count) = (examples.classCount, examples.count)
        labels = (0..<examples.count).map { Int32(examples.label($0)) }
        scores = AlignedBuffer(repeating: 0, count: count * classes)
        steps = AlignedBuffer(repeating: 0, count: count * classes)
        let pieces = (count + Self.pieceRows - 1) / Self.pieceRows
        parts = AlignedBuffer(repeating: 0, count: pieces * (1 + classes) * (2 + classes))
        partSums = AlignedBuffer(repeating: Pass.Sums(), count: pieces)
    }

    /// Takes the scores of a point, from which there is no direction yet.
    func begin(at others: AlignedBuffer<Float>) {
        scores.copy(count * classes, of: others, to: 0)
        isAimed = false
    }

    func beginAtZero() {
        for i in 0..<scores.count { scores.writes[i] = 0 }
        isAimed = false
    }

    /// Takes the scores of a direction.
    func aim(along others: AlignedBuffer<Float>) {
        steps.copy(count * classes, of: others, to: 0)
        isAimed = true
    }

    /// Begins anew at a place of the line.
    func move(to place: Place) {
        let (scores, steps, classes, isAimed) = (scores.writes, steps.writes, classes, isAimed)
        let (length, shift) = (Float(place.length), place.shift.map(Float.init))
        forEachPiece { _, rows in
            for r in rows {
                for c in 0..<classes {
                    let i = r * classes + c
                    scores[i] += (isAimed ? length * steps[i] : 0) + shift[c]
                }
            }
        }
        self.isAimed = false
    }

    private func forEachPiece(_ body: @escaping @Sendable (Int, Range<Int>) -> Void) {
        let (size, count) = (Self.pieceRows, count)
        Parallel.forEach((count + size - 1) / size) { piece in
            body(piece, piece * size..<min(count, (piece + 1) * size))
        }
    }

    /// The least of the line, nearly: its slope by a is a tenth of that at the begin, and those by t are near
    /// enough. nil where nothing is lower.
    func least(
        from first: Level, _ ridge: Ridge, isNear: (Level) -> Bool
    ) -> Level? {
        var (lowest, isLower) = (first, false)
        var next = step(from: first)
        for _ in 0..<Self.mostLooks {
            let found = level(at: next, ridge)
            guard found.value <= lowest.value + Self.noise * abs(lowest.value) else {
                next = lowest.place.middle(next)
                continue
            }
            (lowest, isLower) = (found, true)
            let isLow = abs(found.slopes[0]) <= 0.1 * abs(first.slopes[0])
            if isLow && isNear(found) { return found }
            next = step(from: found)
        }
        // The slopes that are kept are again those of the lowest place.
        let end = level(at: lowest.place, ridge)
        return isLower ? end : nil
    }

    /// Newton's step.
    private func step(from level: Level) -> Place {
        let moves = SmallSystem.solution(
            level.matrix, level.slopes.map { -$0 }, size: classes + 1)
        return Place(
            length: level.place.length + moves[0],
            shift: zip(level.place.shift, moves.dropFirst()).map { $0 + $1 })
    }

    /// The objective at a place, whose slopes are kept.
    func level(at place: Place, _ ridge: Ridge) -> Level {
        look(at: place)
        let (sums, slopes, matrix) = totals()
        var level = Level(
            place: place, value: sums.loss / Double(max(count, 1)), sums: sums, slopes: slopes,
            matrix: matrix)
        add(ridge, to: &level)
        return level
    }

    /// What is known of the begin, with its slope and curvature along a new direction.
    func turned(_ level: Level, _ ridge: Ridge) -> Level {
        lookAlong()
        let (_, slopes, matrix) = totals()
        var turned = level
        turned.place = .begin(classes: classes)
        turned.slopes[0] = slopes[0] + ridge.strength * ridge.slope
        for i in 0...classes {
            turned.matrix[i] = matrix[i]
            turned.matrix[i * (classes + 1)] = matrix[i]
        }
        turned.matrix[0] += ridge.strength * ridge.curvature
        return turned
    }

    /// The pieces' sums in their order, the slopes and curvatures as means.
    private func totals() -> (sums: Pass.Sums, slopes: [Double], matrix: [Double]) {
        var sums = Pass.Sums()
        let (size, width) = (classes + 1, (classes + 1) * (classes + 2))
        var totals = [Double](repeating: 0, count: width)
        for piece in 0..<partSums.count {
            sums.add(partSums.writes[piece])
            for i in 0..<width { totals[i] += parts.writes[piece * width + i] }
        }
        let share = 1 / Double(max(count, 1))
        return (sums, totals[..<size].map { $0 * share }, totals[size...].map { $0 * share })
    }

    private func add(_ ridge: Ridge, to level: inout Level) {
        let (a, size) = (level.place.length, classes + 1)
        level.value +=
            0.5 * ridge.strength * (ridge.square + 2 * a * ridge.slope + a * a * ridge.curvature)
        level.slopes[0] += ridge.strength * (ridge.slope + a * ridge.curvature)
        level.matrix[0] += ridge.strength * ridge.curvature
        for (c, bias) in ridge.bias.enumerated() {
            let bias = bias + level.place.shift[c]
            level.value += 0.5 * ridge.strength * bias * bias
            level.slopes[1 + c] += ridge.strength * bias
            level.matrix[(1 + c) * size + 1 + c] += ridge.strength
        }
    }

    private func look(at place: Place) {
        let (length, shift) = (Float(place.length), place.shift.map(Float.init))
        let (classes, loss, labels, isAimed) = (classes, loss, labels, isAimed)
        let (scores, steps, slopes) = (scores.writes, steps.writes, slopes.writes)
        sum { own, r in
            let place = r * classes..<(r + 1) * classes
            for c in 0..<classes {
                let i = r * classes + c
                own.row[c] = scores[i] + (isAimed ? length * steps[i] : 0) + shift[c]
            }
            slopes.withSlice(place) { slopes in
                own.add(loss, label: Int(labels[r]), slopes: &slopes)
                guard isAimed else { return }
                steps.withSlice(place) {
                    own.add(loss, label: Int(labels[r]), slopes: slopes.span, step: $0.span)
                }
            }
        }
    }

    private func lookAlong() {
        let (classes, loss, labels) = (classes, loss, labels)
        let (steps, slopes) = (steps.writes, slopes.writes)
        sum { own, r in
            let place = r * classes..<(r + 1) * classes
            slopes.withSlice(place) { slopes in
                steps.withSlice(place) {
                    own.add(loss, label: Int(labels[r]), slopes: slopes.span, step: $0.span)
                }
            }
        }
    }

    /// Adds up every row's part, piece after piece.
    private func sum(_ add: @escaping @Sendable (inout LineSums, Int) -> Void) {
        let (classes, width) = (classes, (classes + 1) * (classes + 2))
        let (parts, partSums) = (parts.writes, partSums.writes)
        forEachPiece { piece, rows in
            var own = LineSums(classes: classes)
            for r in rows { add(&own, r) }
            partSums[piece] = own.sums
            own.write(to: parts, at: piece * width)
        }
    }
}

extension ScoreLine.Place {
    fileprivate func middle(_ other: ScoreLine.Place) -> ScoreLine.Place {
        ScoreLine.Place(
            length: 0.5 * (length + other.length),
            shift: zip(shift, other.shift).map { 0.5 * ($0 + $1) })
    }
}
