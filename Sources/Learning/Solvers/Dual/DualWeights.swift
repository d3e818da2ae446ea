import Numeric

/// The weights that dual variables make: w = S(μc − G, λa)/(2λβ + μ), where S moves a number towards 0 by λa
/// and stops there, so that |w| leaves weights exactly zero.
///
/// Without squares in the penalty the weights are held near a centre c by a square of their distance with
/// the factor μ/2, as the dual needs one. The centre becomes the present weights after each epoch, so that
/// this square vanishes at the optimum (the proximal point method, Rockafellar 1976).
final class DualWeights {
    private let problem: ConvexProblem
    private let layout: WeightLayout
    private let absolute: Double
    /// μ; 0 where the penalty has squares.
    private var pull: Double
    /// c; empty without μ.
    private var centre: [Float]
    /// (μc − G)/(2λβ + μ), D×C, and then b.
    let linear: AlignedBuffer<Float>
    /// w, and then b: the same memory where no weight is moved towards 0.
    let shown: AlignedBuffer<Float>

    /// `size` is the mean of |x|² over the rows.
    init(_ problem: ConvexProblem, _ layout: WeightLayout, size: Double) {
        self.problem = problem
        self.layout = layout
        absolute = problem.absolute
        pull = problem.quadratic > 0 ? 0 : absolute * max(size, 1e-30).squareRoot()
        centre = pull > 0 ? [Float](repeating: 0, count: layout.count) : []
        linear = AlignedBuffer(repeating: 0, count: layout.count)
        shown = absolute > 0 ? AlignedBuffer(repeating: 0, count: layout.count) : linear
    }

    /// 2λβ + μ.
    var steepness: Double { problem.quadratic + pull }

    private var penalized: Int { problem.penalized(layout) }

    var list: [Float] {
        var list = [Float](repeating: 0, count: shown.count)
        shown.copy(to: &list)
        return list
    }

    private func show(_ places: Range<Int>) {
        let (linear, shown) = (linear.writes, shown.writes)
        let limit = Float(absolute / steepness)
        for i in places {
            let value = linear[i]
            shown[i] =
                i >= penalized ? value : value > limit ? value - limit : min(value + limit, 0)
        }
    }

    /// Follows a change of `linear` at a row's features and b.
    func follow(_ rows: SparseRows, row: Int) {
        guard absolute > 0 else { return }
        let classes = layout.classes
        for entry in rows.entries(ofRow: row) {
            let begin = Int(rows.columns[entry]) * classes
            show(begin..<begin + classes)
        }
        show(layout.weights..<layout.count)
    }

    /// Makes the weights anew of G, so that rounding does not add up; a free b stays.
    func settle(_ gradient: [Float]) {
        let linear = linear.writes
        for i in 0..<penalized {
            let pulled = pull > 0 ? pull * Double(centre[i]) : 0
            linear[i] = Float((pulled - Double(gradient[i])) / steepness)
        }
        if absolute > 0 { show(0..<layout.count) }
    }

    func moveBias(by steps: [Float]) {
        let linear = linear.writes
        for c in steps.indices { linear[layout.weights + c] += steps[c] }
        if absolute > 0 { show(layout.weights..<layout.count) }
    }

    /// The present weights become the centre, and μ suits how large they are.
    func renew() {
        guard pull > 0 else { return }
        let (linear, shown) = (linear.writes, shown.writes)
        var (size, count) = (0.0, 0.0)
        for i in 0..<layout.weights where shown[i] != 0 {
            size += Double(abs(shown[i]))
            count += 1
        }
        let before = (pull: pull, steepness: steepness)
        if size > 0 { pull = min(max(absolute * count / size, 0.5 * pull), 2 * pull) }
        for i in 0..<penalized {
            let gradient =
                before.pull * Double(centre[i]) - before.steepness * Double(linear[i])
            linear[i] = Float((pull * Double(shown[i]) - gradient) / steepness)
            centre[i] = shown[i]
        }
        show(0..<layout.count)
    }
}
