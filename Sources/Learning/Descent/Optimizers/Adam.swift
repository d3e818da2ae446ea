package import Declarations
import Numeric

/// Moves each weight by its own length (Kingma and Ba 2015): the running mean of its slopes,
/// divided by the root of the running mean of their squares.
package struct Adam: Optimizer {
    package static let name = "adam"
    package static let summary = "Adam's (then lr is 1e-3 unless given)"
    package static let learningRate: Double? = 1e-3

    package let memories = 2

    package init() {}
    package init(_ values: ParameterValues) {}

    package func move(
        _ weights: inout MutableSpan<Float>, along gradient: Span<Float>, _ step: OptimizerStep,
        memory: OptimizerMemory.Part
    ) {
        let rule = AdamStep(
            rate: Float(step.rate), quadratic: step.quadratic, absolute: step.absolute,
            shrinkage: Float(step.pull), number: step.number)
        memory.withList(0) { mean in
            memory.withList(1) { square in
                rule.apply(gradient, to: &weights, mean: &mean, square: &square)
            }
        }
    }
}
