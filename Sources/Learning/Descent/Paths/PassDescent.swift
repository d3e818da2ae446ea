import Numeric
import Platform

/// Steps for which a pass computes the whole gradient first: on all examples, on large minibatches,
/// or on sparse rows with a plan that moves every weight.
struct PassDescent: Descent {
    private let objective: Objective
    private let plan: GradientDescent
    private let pass: Pass
    private var current: LinearClassifier
    private var gradient: Gradient
    private let memory: OptimizerMemory
    private let biasMemory: OptimizerMemory
    private var steps = 0

    init(
        _ start: LinearClassifier, examples: Examples, objective: Objective, plan: GradientDescent
    ) {
        self.objective = objective
        self.plan = plan
        pass = Pass(examples, batch: plan.batch)
        current = start
        gradient = Gradient(classes: start.classes, dimension: start.dimension)
        memory = OptimizerMemory(plan.optimizer, count: start.W.elements.count)
        biasMemory = OptimizerMemory(plan.optimizer, count: start.b.count)
    }

    var isLazy: Bool { false }

    func classifier() -> LinearClassifier { current }

    mutating func step(_ rows: [Int], then next: [Int], rate: Double) -> Pass.Sums? {
        let sums = Abandonment.step {
            pass.run(
                current, loss: objective.scoreLoss, rows: plan.batch == nil ? nil : rows,
                gradient: &gradient)
        }
        guard let sums else { return nil }
        steps += 1
        let step = OptimizerStep(plan, objective: objective, rate: rate, number: steps)
        memory.move(&current.W.elements, along: gradient.dW.elements, step)
        biasMemory.move(&current.b, along: gradient.db, step.forBias(objective))
        return sums
    }
}
