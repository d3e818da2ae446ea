import Numeric

extension LBFGS {
    /// The strong Wolfe conditions by bracketing and cubic interpolation (Nocedal and Wright,
    /// Numerical Optimization, algorithms 3.5 and 3.6).
    func search(
        _ point: FlatProblem.Point, _ direction: [Float], _ slope: Double, _ first: Double,
        _ problem: inout FlatProblem
    ) -> FlatProblem.Point? {
        typealias Trial = (length: Double, loss: Double, slope: Double)
        let loss = point.loss
        var low: Trial = (0, loss, slope)
        var high: Trial?
        var best: FlatProblem.Point?
        var length = first
        // A difference below the rounding error of the loss is noise.
        let noise = 1e-9 * abs(loss)
        for _ in 0..<25 {
            let candidate = problem.point(Vector.add(point.x, length, direction))
            if Parallel.isAbandoned { return nil }
            let value = candidate.loss
            let trial: Trial = (length, value, Vector.dot(candidate.gradient, direction))
            let isLower =
                value.isFinite && value <= loss + 1e-4 * length * slope + noise
                && value <= low.loss + noise
            if isLower {
                best = candidate
                if abs(trial.slope) <= -0.9 * slope { return best }
                if trial.slope * ((high?.length ?? .infinity) - low.length) >= 0 { high = low }
                low = trial
            } else {
                high = trial
            }
            guard let bound = high else {
                length *= 2
                continue
            }
            if abs(bound.length - low.length) < 1e-10 * max(length, 1e-10) { break }
            length = interpolate(low, bound)
        }
        return best
    }

    /// The minimum of the cubic through two points with these slopes, kept away from both ends.
    private func interpolate(
        _ a: (length: Double, loss: Double, slope: Double),
        _ b: (length: Double, loss: Double, slope: Double)
    ) -> Double {
        let width = b.length - a.length
        let d1 = a.slope + b.slope - 3 * (a.loss - b.loss) / (a.length - b.length)
        let square = d1 * d1 - a.slope * b.slope
        let middle = a.length + 0.5 * width
        guard square >= 0, square.isFinite else { return middle }
        let d2 = square.squareRoot() * (width > 0 ? 1 : -1)
        let place = b.length - width * (b.slope + d2 - d1) / (b.slope - a.slope + 2 * d2)
        let (low, high) = (min(a.length, b.length), max(a.length, b.length))
        let margin = 0.1 * (high - low)
        return place.isFinite ? min(max(place, low + margin), high - margin) : middle
    }

    /// OWL-QN's search: halves the step until the loss is low enough, and sets weights that would
    /// cross zero to zero.
    func backtrack(
        _ point: FlatProblem.Point, _ direction: [Float], _ first: Double,
        _ problem: inout FlatProblem
    ) -> FlatProblem.Point? {
        let (x, steepest) = (point.x, point.steepest)
        var length = first
        for _ in 0..<30 {
            var place = Vector.add(x, length, direction)
            for i in place.indices where problem.isAbsolute(i) {
                let side = x[i] != 0 ? x[i] : -steepest[i]
                if place[i] * side < 0 { place[i] = 0 }
            }
            let candidate = problem.point(place)
            if Parallel.isAbandoned { return nil }
            let descent = Vector.dot(steepest, Vector.difference(place, x))
            if candidate.loss.isFinite, candidate.loss <= point.loss + 1e-4 * descent, place != x {
                return candidate
            }
            length /= 2
        }
        return nil
    }
}
