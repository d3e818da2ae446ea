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
            let (columns, count, width) = (sparse.columns, Double(examples.count), 1024)
            squares.withDisjointWrites { squares in
                Parallel.forEach((columns.count + width - 1) / width) { piece in
                    let values = columns.values.span
                    for d in piece * width..<min(columns.count, (piece + 1) * width)
                    where !Parallel.isAbandoned {
                        for entry in columns.entries(ofRow: d) {
                            let value = Double(values[entry])
                            squares[d] += value * value / count
                        }
                    }
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
