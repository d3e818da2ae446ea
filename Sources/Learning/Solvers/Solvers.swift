/// Every solver; the first that suits a problem solves it.
package enum Solvers {
    package static let all: [any Solver.Type] = [
        DualDescent.self, ProximalNewton.self, NewtonCG.self, InteriorPoint.self, QuasiNewton.self,
    ]

    package static func named(_ name: String) -> (any Solver.Type)? {
        all.first { $0.name == name }
    }

    /// The solvers that suit a problem, the best first, each with the reason.
    package static func suited(
        to problem: ConvexProblem
    ) -> [(solver: any Solver.Type, reason: String)] {
        let suited = all.compactMap { solver in solver.reason(for: problem).map { (solver, $0) } }
        // Rounded hinges and |W| together are slow where their optimum has many kinks.
        guard problem.objective.loss.hasKinks, problem.absolute > 0,
            let interior = suited.first(where: { $0.0.name == InteriorPoint.name })
        else { return suited }
        return [interior] + suited.filter { $0.0.name != InteriorPoint.name }
    }
}
