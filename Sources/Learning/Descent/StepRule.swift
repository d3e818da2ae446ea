import Numeric

/// How one step of a plan moves weights along a gradient.
enum StepRule: Sendable {
    case sgd(WeightStep)
    case adam(AdamStep)

    /// The rule at a learning rate; `number` counts the steps from 1.
    init(_ plan: GradientDescent, objective: Objective, rate: Double, number: Int) {
        let quadratic = Float(2 * objective.strength * objective.penalty.quadratic)
        let pull = objective.strength * objective.penalty.absolute
        switch plan.rule {
        case .sgd:
            self = .sgd(
                WeightStep(
                    rate: Float(rate), momentum: Float(plan.momentum), isNesterov: plan.isNesterov,
                    quadratic: quadratic, absolute: plan.usesSubgradient ? Float(pull) : 0,
                    shrinkage: plan.usesSubgradient ? 0 : Float(rate * pull)))
        case .adam:
            self = .adam(
                AdamStep(
                    rate: Float(rate), quadratic: quadratic,
                    absolute: plan.usesSubgradient ? Float(pull) : 0,
                    shrinkage: plan.usesSubgradient ? 0 : Float(pull), number: number))
        }
    }

    /// The rule of the bias: the same, unless only the weights are penalized.
    func forBias(_ objective: Objective) -> StepRule {
        if objective.regularizesBias { return self }
        switch self {
        case .sgd(var step):
            (step.quadratic, step.absolute, step.shrinkage) = (0, 0, 0)
            return .sgd(step)
        case .adam(var step):
            (step.quadratic, step.absolute, step.shrinkage) = (0, 0, 0)
            return .adam(step)
        }
    }
}
