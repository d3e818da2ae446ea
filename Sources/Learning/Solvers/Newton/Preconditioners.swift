import Numeric

/// Which preconditioner suits data.
enum Preconditioners {
    /// Of a mean loss with about this curvature by each score.
    static func make(
        _ problem: ConvexProblem, _ pass: any CurvedPass, curvature: Double
    ) -> any Preconditioner {
        let examples = problem.examples
        guard !NewtonCG.takesFactor(examples) else {
            return FactorPreconditioner(
                examples, curvature: curvature, ridge: problem.quadratic,
                regularizesBias: problem.objective.regularizesBias, layout: pass.layout)
        }
        return DiagonalPreconditioner(
            squares: meanSquares(examples, pass), curvature: curvature, ridge: problem.quadratic,
            regularizesBias: problem.objective.regularizesBias, layout: pass.layout)
    }

    /// The means of x² of each feature, of a sample where the rows are dense.
    private static func meanSquares(_ examples: Examples, _ pass: any CurvedPass) -> [Double] {
        var squares = [Double](repeating: 0, count: examples.dimension)
        if let sparse = pass as? SparseCurvedPass {
            for d in squares.indices where !Parallel.isAbandoned {
                for entry in sparse.columns.entries(ofRow: d) {
                    let value = Double(sparse.columns.values[entry])
                    squares[d] += value * value / Double(examples.count)
                }
            }
            return squares
        }
        let sample = examples.sample(512)
        for r in 0..<sample.count where !Parallel.isAbandoned {
            for (d, x) in sample.scaledRow(r).enumerated() {
                squares[d] += Double(x) * Double(x) / Double(sample.count)
            }
        }
        return squares
    }
}
