/// Every solver, and which of them suits a problem.
package enum Solvers {
    package static let all: [any Solver.Type] = [
        DualDescent.self, Multipliers.self, ProximalNewton.self, LineSearches.self, NewtonCG.self,
        InteriorPoint.self, QuasiNewton.self,
    ]

    package static func named(_ name: String) -> (any Solver.Type)? {
        all.first { $0.name == name }
    }

    /// The solvers that suit a problem, the best first, each with the reason.
    package static func suited(
        to problem: ConvexProblem
    ) -> [(solver: any Solver.Type, reason: String)] {
        order(problem).compactMap { solver in
            solver.reason(for: problem).map { (solver, $0) }
        }
    }

    private static func order(_ problem: ConvexProblem) -> [any Solver.Type] {
        switch (problem.objective.loss.hasKinks, problem.absolute > 0) {
        case (true, true): [InteriorPoint.self, DualDescent.self]
        case (false, true):
            [ProximalNewton.self, InteriorPoint.self, DualDescent.self, QuasiNewton.self]
        case (_, false) where ScaledRows.canMake(problem.examples):
            [
                DualDescent.self, LineSearches.self, NewtonCG.self, InteriorPoint.self,
                Multipliers.self, QuasiNewton.self,
            ]
        case (_, false):
            // Passes on all threads are sooner than one row after another.
            [
                Multipliers.self, LineSearches.self, NewtonCG.self, DualDescent.self,
                QuasiNewton.self,
            ]
        }
    }
}
