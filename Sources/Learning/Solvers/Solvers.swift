/// Every solver; the first that suits a problem solves it.
package enum Solvers {
    package static let all: [any Solver.Type] = [
        DualDescent.self, ProximalNewton.self, NewtonCG.self, QuasiNewton.self,
    ]

    package static func named(_ name: String) -> (any Solver.Type)? {
        all.first { $0.name == name }
    }

    /// The solvers that suit a problem, the best first, each with the reason.
    package static func suited(
        to problem: ConvexProblem
    ) -> [(solver: any Solver.Type, reason: String)] {
        all.compactMap { solver in solver.reason(for: problem).map { (solver, $0) } }
    }
}
