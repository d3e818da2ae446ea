import Declarations
import Learning

/// `reg l2 1e-3`
package enum RegCommand: Command {
    package static let name = "reg"
    package static let group = CommandGroup.objective
    package static let summary = "choose the regularization λR(W)"
    package static let discussion = """
        L = 1/N Σ Lᵢ + λ R(W): the factor is λ, not λ/2. L1 takes proximal steps, so that weights
        become exactly zero. The bias is not regularized unless bias=on.
        """
    package static let examples = [
        Example("reg l2 1e-3", "Σ W² with λ = 0.001", result: "  L = 1/N Σ Lᵢ + 0.001 · Σ W²"),
        Example("reg l1 1e-4", "Σ |W| with λ = 0.0001", result: "  L = 1/N Σ Lᵢ + 0.0001 · Σ |W|"),
        Example(
            "reg elastic 1e-4 beta=0.5", "Σ (βW² + |W|) with λ = 0.0001 and β = 0.5",
            result: "  L = 1/N Σ Lᵢ + 0.0001 · Σ (0.5 W² + |W|)"),
        Example("reg none", "no regularization", result: "  L = 1/N Σ Lᵢ"),
    ]

    private static let strength = Parameter.number(
        "lambda", default: 1e-3, .notNegative, positional: true, "λ, the regularization strength")
    private static let bias = Parameter.flag("bias", "regularize b too, as under the bias trick")

    package static var forms: [Form] {
        [Form()]
            + Penalties.all.map { penalty in
                Form(
                    penalty.name, penalty.summary,
                    penalty.takesStrength
                        ? [strength] + penalty.hyperparameters + [bias] : penalty.hyperparameters)
            }
    }

    package static func suggestion(for word: String) -> String? {
        Penalties.all.first { $0.aliases.contains(word.lowercased()) }
            .map { "did you mean '\($0.name)'?" }
    }

    package static func ingredients(of call: Invocation) -> Set<Ingredient> {
        call.keyword == nil ? [.reg] : []
    }

    package static func run(_ call: Invocation, in session: Session) throws(Failure) -> Outcome {
        if let penalty = Penalties.all.first(where: { $0.name == call.keyword }) {
            session.state.objective.penalty = penalty.init(call.values)
            session.state.objective.strength = penalty.takesStrength ? call[strength] : 0
            session.state.objective.regularizesBias = call[bias]
        }
        let objective = session.state.objective
        let name = type(of: objective.penalty).name
        return Outcome(
            "  L = 1/N Σ Lᵢ" + (objective.penaltyFormula.map { " + " + $0 } ?? ""),
            record: [
                "reg": .string(name), "lambda": .number(objective.strength),
                "bias": .boolean(objective.regularizesBias),
            ])
    }
}
