import Numeric

/// What rows add to the loss on a line, to its slopes by a and b, and to its curvature.
struct LineSums {
    private(set) var sums = Pass.Sums()
    /// The scores of the present row.
    var row: [Float]
    private var bent: [Float]
    /// Σ of slopes by a and by t; Σ of curvature by a, by a and t, and by t, C×C.
    private var slope = 0.0
    private var shifts: [Double]
    private var curvature = 0.0
    private var mixed: [Double]
    private var matrix: [Double]
    private let classes: Int

    init(classes: Int) {
        self.classes = classes
        row = [Float](repeating: 0, count: classes)
        bent = row
        shifts = [Double](repeating: 0, count: classes)
        mixed = shifts
        matrix = [Double](repeating: 0, count: classes * classes)
    }

    /// Adds the row whose scores are there; `slopes` become its own.
    mutating func add(_ loss: any CurvedLoss, label: Int, slopes: inout MutableSpan<Float>) {
        let isCorrect = Pass.isHighest(label, in: row.span)
        let (value, dual) = loss.differentiate(row.span, label: label, into: &slopes)
        sums.add(value, isCorrect: isCorrect)
        sums.dual += dual
        for c in 0..<classes { shifts[c] += Double(slopes[c]) }
        var span = matrix.mutableSpan
        loss.addCurvature(to: &span, slopes: slopes.span, label: label)
    }

    /// Adds what the same row has along its step.
    mutating func add(_ loss: any CurvedLoss, label: Int, slopes: Span<Float>, step: Span<Float>) {
        for c in 0..<classes {
            bent[c] = step[c]
            slope += Double(slopes[c]) * Double(step[c])
        }
        var span = bent.mutableSpan
        loss.bend(&span, slopes: slopes, label: label)
        for c in 0..<classes {
            curvature += Double(bent[c]) * Double(step[c])
            mixed[c] += Double(bent[c])
        }
    }

    /// Writes the slopes by a and t, and then the matrix of their curvature, (1 + C)×(1 + C).
    func write(to parts: DisjointWrites<Double>, at place: Int) {
        let size = classes + 1
        parts[place] = slope
        let begin = place + size
        parts[begin] = curvature
        for c in 0..<classes {
            parts[place + 1 + c] = shifts[c]
            parts[begin + 1 + c] = mixed[c]
            parts[begin + (1 + c) * size] = mixed[c]
            for k in 0..<classes { parts[begin + (1 + c) * size + 1 + k] = matrix[c * classes + k] }
        }
    }
}
