package import Declarations
package import Numeric

/// Steps along the gradient, with momentum as in the notes of CS231n: v ← μv − lr·g, w ← w + v.
package struct SGD: Optimizer {
    package static let name = "sgd"
    package static let summary = "steps along the gradient"
    package static let momentumParameter = Parameter.number(
        "momentum", default: 0, .share, "μ, how much of the last step goes on")
    package static let nesterovParameter = Parameter.flag(
        "nesterov", "look ahead along the momentum")
    package static let hyperparameters: [any AnyParameter] = [
        momentumParameter, nesterovParameter,
    ]

    /// μ.
    package let momentum: Double
    package let isNesterov: Bool

    package init(
        momentum: Double = momentumParameter.fallback,
        isNesterov: Bool = nesterovParameter.fallback
    ) {
        self.momentum = momentum
        self.isNesterov = isNesterov
    }

    package init(_ values: ParameterValues) {
        self.init(
            momentum: values[Self.momentumParameter], isNesterov: values[Self.nesterovParameter])
    }

    package var memories: Int { isPlain ? 0 : 1 }
    package var isPlain: Bool { momentum == 0 }

    private func rule(_ step: OptimizerStep) -> WeightStep {
        WeightStep(
            rate: Float(step.rate), momentum: Float(momentum), isNesterov: isNesterov,
            quadratic: step.quadratic, absolute: step.absolute,
            shrinkage: Float(step.rate * step.pull))
    }

    package func move(
        _ weights: inout MutableSpan<Float>, along gradient: Span<Float>, _ step: OptimizerStep,
        memory: OptimizerMemory.Part
    ) {
        withVelocity(memory) { rule(step).apply(gradient, to: &weights, velocity: &$0) }
    }

    package func move(
        _ weights: inout MutableSpan<Float>, along row: FoldedRow, _ step: OptimizerStep,
        memory: OptimizerMemory.Part
    ) {
        withVelocity(memory) { rule(step).apply(row, to: &weights, velocity: &$0) }
    }

    /// The velocity; none without momentum.
    private func withVelocity(
        _ memory: OptimizerMemory.Part, _ body: (inout MutableSpan<Float>) -> Void
    ) {
        guard isPlain else { return memory.withList(0, body) }
        var none = MutableSpan<Float>()
        body(&none)
    }
}
