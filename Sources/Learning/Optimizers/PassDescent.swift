import Numeric

/// Steps along a gradient that a pass makes first: of all examples, of large minibatches, or of
/// sparse rows whose plan moves every weight.
struct PassDescent: Descent {
    private let objective: Objective
    private let plan: GradientDescent
    private let pass: Pass
    private var current: LinearClassifier
    private var gradient: Gradient
    /// The velocity, or Adam's running mean of slopes; and that of squared slopes.
    private var velocity: Gradient
    private var squares: Gradient
    private var steps = 0

    init(
        _ start: LinearClassifier, examples: Examples, objective: Objective, plan: GradientDescent
    ) {
        self.objective = objective
        self.plan = plan
        pass = Pass(examples, batch: plan.batch)
        current = start
        gradient = Gradient(classes: start.classes, dimension: start.dimension)
        velocity = gradient
        squares = gradient
    }

    var isLazy: Bool { false }

    func classifier() -> LinearClassifier { current }

    mutating func step(_ rows: [Int], then next: [Int], rate: Double) -> Pass.Sums {
        let sums = pass.run(
            current, loss: objective.loss, rows: plan.batch == nil ? nil : rows,
            gradient: &gradient)
        steps += 1
        let rule = StepRule(plan, objective: objective, rate: rate, number: steps)
        rule.move(
            &current.W.elements, along: gradient.dW.elements, velocity: &velocity.dW.elements,
            squares: &squares.dW.elements)
        rule.forBias(objective).move(
            &current.b, along: gradient.db, velocity: &velocity.db, squares: &squares.db)
        return sums
    }
}

extension StepRule {
    /// Moves weights and what the rule remembers of them, all arrays of one length.
    fileprivate func move(
        _ weights: inout [Float], along gradient: [Float], velocity: inout [Float],
        squares: inout [Float]
    ) {
        switch self {
        case .sgd(let step): step.apply(gradient, to: &weights, velocity: &velocity)
        case .adam(let step):
            step.apply(gradient, to: &weights, mean: &velocity, square: &squares)
        }
    }
}
