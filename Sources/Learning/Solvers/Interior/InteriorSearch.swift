import Numeric

/// The state of interior point steps: weights, the dual variables of margins and of |w|, and μ.
struct InteriorSearch {
    let problem: ConvexProblem
    let classes: Int
    /// D + 1: features, and 1 for the bias.
    private let width: Int
    /// N×(D + 1).
    let rows: [Double]
    let labels: [Int]
    /// How much each example counts.
    let weights: [Double]
    /// The weights and the bias of each class after one another.
    private(set) var v: [Double]
    /// n×C where the loss has margins; those of the labels are not used.
    var margins: [MarginTerm]
    /// nil for a place without |w| in the penalty.
    private var absolutes: [AbsoluteTerm?]
    /// About how large each weight is.
    let scales: [Double]
    /// How large the products of |w| are beside those of the margins.
    private let balance: Double
    let matrix: NewtonMatrix

    init(_ problem: ConvexProblem) {
        self.problem = problem
        let examples = problem.examples
        let (classes, width) = (examples.classCount, examples.dimension + 1)
        (self.classes, self.width) = (classes, width)
        rows = DoublePass(examples).rows()
        labels = (0..<examples.count).map { examples.label($0) }
        v = [Double](repeating: 0, count: classes * width)
        let svm = problem.objective.loss as? SVM
        let curved = problem.curved
        let weights = labels.map { curved?.weight(of: $0) ?? 1 }
        self.weights = weights
        margins =
            svm.map { svm in
                (0..<examples.count * classes).map { place in
                    MarginTerm(
                        margin: svm.margin, isSquared: svm.isSquared,
                        weight: weights[place / classes])
                }
            } ?? []
        let unit = max(svm?.margin ?? 1, 1e-3)
        let roots = Self.roots(rows, width)
        scales = (0..<classes * width).map { unit / max(roots[$0 % width], 1e-150) }
        let absolute = problem.absolute
        absolutes = (0..<classes * width).map { [scales] place in
            let isPenalized =
                absolute > 0
                && (place % width < width - 1 || problem.objective.regularizesBias)
            return isPenalized ? AbsoluteTerm(scale: scales[place], absolute: absolute) : nil
        }
        let least = scales.min() ?? 1
        balance =
            absolute > 0 ? 0.5 * absolute * least / max(margins.first?.product ?? 1, 1e-150) : 1
        matrix = NewtonMatrix(classes: classes, width: width)
    }

    /// The root of the mean square of each feature.
    private static func roots(_ rows: [Double], _ width: Int) -> [Double] {
        var squares = [Double](repeating: 0, count: width)
        for i in rows.indices { squares[i % width] += rows[i] * rows[i] }
        let count = Double(max(rows.count / width, 1))
        return squares.map { $0 > 0 ? ($0 / count).squareRoot() : 1 }
    }

    func scores(_ v: [Double]) -> [Double] {
        var scores = [Double](repeating: 0, count: labels.count * classes)
        let (x, weights) = (rows.span, v.span)
        for i in labels.indices {
            for c in 0..<classes {
                scores[i * classes + c] = DoublePass.dot(
                    x.extracting(i * width..<(i + 1) * width),
                    weights.extracting(c * width..<(c + 1) * width))
            }
        }
        return scores
    }

    /// The slopes that dual variables are, n×C.
    func slopes(_ gamma: [Double]) -> [Double] {
        var slopes = gamma
        for (i, label) in labels.enumerated() {
            slopes[i * classes + label] = 0
            slopes[i * classes + label] = -slopes[i * classes..<(i + 1) * classes].reduce(0, +)
        }
        return slopes
    }

    /// The slopes at the present dual variables; those of softmax are at the weights.
    private func slopeList(_ scores: @autoclosure () -> [Double]) -> [Double] {
        guard margins.isEmpty else { return slopes(margins.map(\.gamma)) }
        let scores = scores()
        return labels.enumerated().flatMap { i, label in
            problem.objective.scoreLoss.slopes(
                Array(scores[i * classes..<(i + 1) * classes]), label: label)
        }
    }

    /// Slopes by which a bound is proven at the present point.
    var dualPoint: DualPoint {
        problem.isPenalized ? .slopes(slopeList(scores(v))) : cancelled ?? .nothing(like: self)
    }

    /// The weights, exactly zero where |w| leaves them out; nil where they are too large.
    var classifier: LinearClassifier? {
        var W = [Float](repeating: 0, count: classes * (width - 1))
        var b = [Float](repeating: 0, count: classes)
        for place in v.indices {
            let (c, d) = (place / width, place % width)
            let isZero = absolutes[place]?.isZero(scale: scales[place]) ?? false
            let weight = isZero ? 0 : Float(v[place])
            guard weight.isFinite else { return nil }
            if d < width - 1 { W[c * (width - 1) + d] = weight } else { b[c] = weight }
        }
        return LinearClassifier(
            W: Matrix(rows: classes, columns: width - 1, elements: W), b: b)
    }

    /// Σ qᵢxᵢ/N, C×(D + 1).
    func product(_ slopes: [Double]) -> [Double] {
        var sums = [Double](repeating: 0, count: v.count)
        for i in labels.indices {
            for c in 0..<classes where slopes[i * classes + c] != 0 {
                let slope = slopes[i * classes + c] / Double(labels.count)
                for d in 0..<width { sums[c * width + d] += slope * rows[i * width + d] }
            }
        }
        return sums
    }

    private func isPenalized(_ place: Int) -> Bool {
        place % width < width - 1 || problem.objective.regularizesBias
    }

    /// The objective's slopes by the weights, which are 0 at the optimum.
    private func residual(_ v: [Double], _ slopes: [Double], _ absolutes: [AbsoluteTerm?])
        -> [Double]
    {
        var residual = product(slopes)
        for place in v.indices {
            if isPenalized(place) { residual[place] += problem.quadratic * v[place] }
            residual[place] += absolutes[place]?.slope ?? 0
        }
        return residual
    }

    /// A step to the optimum by linear equations; false where it leads nowhere any more.
    mutating func advance() -> Bool {
        let scores = scores(v)
        let slopes = slopeList(scores)
        let mu = 0.1 * product()
        let residual = residual(v, slopes, absolutes)
        let (curvatures, shift) = curvatures(scores, mu)
        var diagonal = [Double](repeating: 0, count: v.count)
        var target = product(shift)
        for place in v.indices {
            target[place] = -residual[place] - target[place]
            if isPenalized(place) { diagonal[place] = problem.quadratic }
            if let (h, rho) = absolutes[place]?.linear(mu * balance) {
                diagonal[place] += h
                target[place] -= rho
            }
        }
        matrix.fill(rows: rows, curvatures: curvatures, diagonal: diagonal)
        matrix.factorize()
        let direction = matrix.solve(target)
        guard direction.allSatisfy(\.isFinite) else { return false }
        return move(direction, mu, residual)
    }

    /// The mean of the products of constraints with their dual variables, in units of the margins'.
    func product() -> Double {
        var (sum, count) = (0.0, 0.0)
        for (index, term) in margins.enumerated() where index % classes != labels[index / classes] {
            sum += term.product
            count += 1
        }
        for term in absolutes {
            guard let term else { continue }
            sum += term.product / balance
            count += 1
        }
        return count > 0 ? sum / count : 0
    }

    /// The loss's curvature by the scores of each example, N×C×C, and what the margins' products add to
    /// their slopes, N×C.
    private func curvatures(_ scores: [Double], _ mu: Double) -> (AlignedBuffer<Double>, [Double]) {
        let bends = AlignedBuffer<Double>(repeating: 0, count: labels.count * classes * classes)
        var shift = [Double](repeating: 0, count: labels.count * classes)
        let writes = bends.writes
        for (i, label) in labels.enumerated() {
            let place = i * classes * classes
            guard margins.isEmpty else {
                for j in 0..<classes where j != label {
                    let (h, rho) = margins[i * classes + j].linear(mu)
                    addCurvature(h, of: j, label: label, example: i, to: bends)
                    shift[i * classes + j] += h * rho
                    shift[i * classes + label] -= h * rho
                }
                continue
            }
            let p = problem.objective.loss.terms(
                Array(scores[i * classes..<(i + 1) * classes]), label: label)
            for j in 0..<classes {
                for k in 0..<classes {
                    writes[place + j * classes + k] =
                        weights[i] * ((j == k ? p[j] : 0) - p[j] * p[k])
                }
            }
        }
        return (bends, shift)
    }

    /// Adds the curvature h of a margin to that of its example by scores.
    func addCurvature(
        _ h: Double, of j: Int, label: Int, example i: Int, to bends: AlignedBuffer<Double>
    ) {
        let (place, writes) = (i * classes * classes, bends.writes)
        writes[place + j * classes + j] += h
        writes[place + label * classes + label] += h
        writes[place + j * classes + label] = -h
        writes[place + label * classes + j] = -h
    }

    private mutating func move(_ direction: [Double], _ mu: Double, _ residual: [Double]) -> Bool {
        let ahead = scores(direction)
        let changes = margins.enumerated().map { index, term in
            term.change(
                ahead[index] - ahead[index / classes * classes + labels[index / classes]], mu)
        }
        let steps = absolutes.enumerated().map { place, term in
            term?.change(direction[place], mu * balance)
        }
        var longest = Double.infinity
        for (index, change) in changes.enumerated()
        where index % classes != labels[index / classes] {
            longest = min(longest, margins[index].longest(change))
        }
        for (term, step) in zip(absolutes, steps) {
            if let term, let step { longest = min(longest, term.longest(step)) }
        }
        var length = min(1, 0.99 * longest)
        if margins.isEmpty {
            length = shortened(length, direction, steps, residual)
        }
        guard length > 1e-12 else { return false }
        for place in v.indices { v[place] += length * direction[place] }
        for index in margins.indices { margins[index].move(length, changes[index]) }
        for (place, step) in steps.enumerated() {
            if let step { absolutes[place]?.move(length, step) }
        }
        return true
    }

    /// Halves a step until the slopes of softmax, which are not linear, fall.
    private func shortened(
        _ longest: Double, _ direction: [Double],
        _ steps: [(above: Double, below: Double, dual: Double)?], _ residual: [Double]
    ) -> Double {
        func size(_ list: [Double]) -> Double { list.reduce(0) { max($0, abs($1)) } }
        let before = size(residual)
        var length = longest
        for _ in 0..<40 {
            let next = zip(v, direction).map { $0 + length * $1 }
            var terms = absolutes
            for (place, step) in steps.enumerated() {
                if let step { terms[place]?.move(length, step) }
            }
            let after = size(self.residual(next, slopeList(scores(next)), terms))
            if after <= max((1 - 0.1 * length) * before, 0.3 * problem.absolute * min(1, product()))
            {
                return length
            }
            length *= 0.5
        }
        return 0
    }
}
