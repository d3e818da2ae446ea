/// What one step of descent is for every weight: its length, and how the penalty pulls.
package struct OptimizerStep: Sendable {
    /// The learning rate.
    package let rate: Double
    /// Which step of the run this is, from 1.
    package let number: Int
    /// 2λ times the penalty's quadratic part: its slope is this times the weight.
    package var quadratic: Float
    /// λ times the penalty's absolute part, where the sub-gradient of |w| is followed; otherwise 0.
    package var absolute: Float
    /// λ times the penalty's absolute part, where |w| shrinks by a proximal step; otherwise 0.
    package var pull: Double

    init(_ plan: GradientDescent, objective: Objective, rate: Double, number: Int) {
        self.rate = rate
        self.number = number
        quadratic = Float(2 * objective.strength * objective.penalty.quadratic)
        let pull = objective.strength * objective.penalty.absolute
        absolute = plan.usesSubgradient ? Float(pull) : 0
        self.pull = plan.usesSubgradient ? 0 : pull
    }

    /// The step of the bias: the same, without the penalty unless that includes the bias.
    func forBias(_ objective: Objective) -> OptimizerStep {
        if objective.regularizesBias { return self }
        var step = self
        (step.quadratic, step.absolute, step.pull) = (0, 0, 0)
        return step
    }

    /// The slope of the whole objective by a weight, from that of the data loss.
    package func slope(_ gradient: Float, at weight: Float) -> Float {
        let sign: Float = weight > 0 ? 1 : weight < 0 ? -1 : 0
        return gradient + quadratic * weight + absolute * sign
    }

    /// The proximal step of |w| for a weight that moved by `rate` times its slope: towards zero,
    /// and no further.
    package func shrink(_ weight: Float, rate: Float) -> Float {
        let length = rate * Float(pull)
        return weight > length ? weight - length : weight < -length ? weight + length : 0
    }
}
