import Numeric

/// A function to be minimized at a point: the mean of losses and a penalty.
struct NewtonPoint {
    var x: [Float]
    var value: Double
    /// The gradient of the mean loss alone, and of the function.
    var data: [Float]
    var gradient: [Float]
    /// What the pass over the examples summed.
    var sums: Pass.Sums
}

/// A step of Newton's method: a direction by conjugate gradients that are ended early, and a line search.
struct NewtonStep {
    let problem: ConvexProblem
    let progress: SolverProgress
    let layout: WeightLayout
    let preconditioner: any Preconditioner
    let mostProducts: Int
    /// The gap that a gradient may leave, where that is more than a tenth of the one that is sought.
    var slack = 0.0
    /// The function at weights; what is kept of that pass is the place of the products that follow.
    let evaluate: ([Float]) -> (sums: Pass.Sums, value: Double, data: [Float])
    /// The mean loss's curvature times a direction.
    let bend: ([Float]) -> [Float]

    func point(at x: [Float]) -> NewtonPoint {
        let (sums, value, data) = evaluate(x)
        progress.passes += 1
        var gradient = data
        let quadratic = Float(problem.quadratic)
        if quadratic != 0 {
            for i in 0..<problem.penalized(layout) { gradient[i] += quadratic * x[i] }
        }
        return NewtonPoint(
            x: x, value: value + problem.penalty(x, layout), data: data, gradient: gradient,
            sums: sums)
    }

    /// Moves a point; false where no step lowers the value.
    func advance(_ point: inout NewtonPoint) -> Bool {
        let (quadratic, penalized) = (problem.quadratic, problem.penalized(layout))
        let solver = ConjugateGradients(
            preconditioner: preconditioner,
            product: { v in
                progress.passes += 1
                var bent = bend(v)
                for i in 0..<penalized { bent[i] += Float(quadratic) * v[i] }
                return bent
            }, mostSteps: mostProducts, isCancelled: { progress.isCancelled })
        let direction = solver.direction(point.gradient) { isSmall($0) }.x
        return !Parallel.isAbandoned && descend(&point, direction)
    }

    /// Whether a gradient like this would leave a tenth of the gap that is allowed, or the slack.
    func isSmall(_ gradient: [Float]) -> Bool {
        let allowed = max(0.1 * progress.goal, slack)
        guard quadraticGap(gradient) <= allowed else { return false }
        guard !problem.objective.regularizesBias else { return true }
        let value = abs(progress.best?.value ?? 0)
        return gradient[layout.weights...].allSatisfy {
            Double(abs($0)) * value <= 0.2 * allowed / Double(layout.classes)
        }
    }

    /// The gap that a gradient by W leaves.
    private func quadraticGap(_ gradient: [Float]) -> Double {
        guard problem.quadratic > 0 else { return .infinity }
        return Vector.dot(gradient, gradient) / (2 * problem.quadratic)
    }

    /// Goes along a direction as far as the value falls enough, at most once its length.
    private func descend(_ point: inout NewtonPoint, _ direction: [Float]) -> Bool {
        let slope = Vector.dot(point.gradient, direction)
        guard slope < 0 else { return false }
        var length = 1.0
        for _ in 0..<30 {
            let next = self.point(at: Vector.add(point.x, length, direction))
            if StepRule.accepts(
                next.value, from: point.value, length: length, slope: slope,
                ahead: Vector.dot(next.gradient, direction))
            {
                point = next
                return true
            }
            if progress.isCancelled { break }
            length *= 0.4
        }
        if Parallel.isAbandoned { return false }
        // The slopes that are kept are again those of the point.
        point = self.point(at: point.x)
        return false
    }
}
