import Learning
import Numeric
import Testing

/// Solvers reach the optimum, and what they prove of it is true.
@Suite struct SolverTests {
    private static let independent = FormulaProblem.examples(classes: 3)

    private static func objective(
        _ loss: String, _ penalty: String, _ strength: Double, bias: Bool
    ) -> Objective {
        let losses: [String: any Loss] = [
            "svm": SVM(), "squared": SVM(isSquared: true), "softmax": Softmax(),
        ]
        let penalties: [String: any Penalty] = [
            "l2": L2(), "l1": L1(), "elastic": ElasticNet(), "none": NoPenalty(),
        ]
        return Objective(
            loss: losses[loss] ?? Softmax(), penalty: penalties[penalty] ?? L2(),
            strength: strength, regularizesBias: bias)
    }

    private static func solve(
        _ objective: Objective, _ examples: Examples, tolerance: Double,
        solver: (any Solver.Type)? = nil
    ) -> TrainingResult {
        OptimumSearch(tolerance: tolerance, solver: solver).train(
            from: .zeros(classes: 3, dimension: examples.dimension), objective: objective,
            examples: examples, validation: nil)
    }

    @Test(arguments: IndependentOptima.all)
    func `an optimum is the one that scipy finds, and its bound is below that`(
        entry: IndependentOptima.Case
    ) throws {
        let objective = Self.objective(
            entry.loss, entry.penalty, entry.strength, bias: entry.bias)
        let result = Self.solve(objective, Self.independent, tolerance: 1e-6)
        let bound = try #require(result.proof?.bound)
        #expect(bound <= entry.value * (1 + 1e-6))
        #expect(result.train.total >= entry.value * (1 - 1e-6))
        #expect(result.stop == .converged, "\(result.stop)")
        #expect(abs(result.train.total - entry.value) <= 2e-6 * entry.value)
    }

    @Test(arguments: Solvers.all.map { $0.name }, ["svm", "squared", "softmax"])
    func `every solver agrees with scipy where it takes the objective`(
        name: String, loss: String
    ) throws {
        let solver = try #require(Solvers.named(name))
        for entry in IndependentOptima.all where entry.loss == loss && entry.strength == 1e-2 {
            let objective = Self.objective(
                loss, entry.penalty, entry.strength, bias: entry.bias)
            let problem = ConvexProblem(objective: objective, examples: Self.independent)
            guard solver.reason(for: problem) != nil else { continue }
            let result = Self.solve(
                objective, Self.independent, tolerance: 1e-4, solver: solver)
            let bound = try #require(result.proof?.bound)
            #expect(bound <= entry.value * (1 + 1e-6))
            #expect(result.train.total >= entry.value * (1 - 1e-6))
            if result.stop == .converged {
                #expect(result.train.total <= entry.value * (1 + 2e-4))
            }
        }
    }

    @Test(arguments: IndependentOptima.all.filter { $0.penalty == "l2" }, [false, true])
    func `the optimum of sparse rows is the one that scipy finds, in any order and scaling`(
        entry: IndependentOptima.Case, isScaled: Bool
    ) throws {
        let objective = Self.objective(entry.loss, "l2", entry.strength, bias: entry.bias)
        let examples = FormulaProblem.sparse(classes: 3, isScaled: isScaled)
        let problem = ConvexProblem(objective: objective, examples: examples)
        for (solver, _) in Solvers.suited(to: problem) {
            let result = Self.solve(objective, examples, tolerance: 1e-5, solver: solver)
            let bound = try #require(result.proof?.bound, "\(solver.name)")
            #expect(bound <= entry.value * (1 + 1e-6), "\(solver.name)")
            #expect(result.train.total >= entry.value * (1 - 1e-6), "\(solver.name)")
            if solver == LineSearches.self {
                #expect(result.stop == .converged, "\(result.stop)")
                #expect(result.train.total <= entry.value * (1 + 1e-5))
                #expect(result.steps < 40)
            }
        }
    }

    @Test(arguments: [1e-4, 1e-6])
    func `sparse softmax is proven to any tolerance`(tolerance: Double) {
        let objective = Self.objective("softmax", "l2", 1e-3, bias: false)
        let result = Self.solve(
            objective, FormulaProblem.sparse(classes: 3, isScaled: false), tolerance: tolerance)
        #expect(result.stop == .converged, "\(result.stop)")
    }

    @Test
    func `weights that L1 leaves out are exactly zero, and their slopes too small to move them`() {
        let objective = Self.objective("softmax", "l1", 5e-2, bias: false)
        let result = Self.solve(objective, Self.independent, tolerance: 1e-5)
        let (_, gradient) = objective.gradient(of: result.classifier, on: Self.independent)
        var zeros = 0
        for (weight, slope) in zip(result.classifier.W.elements, gradient.dW.elements)
        where weight == 0 {
            zeros += 1
            #expect(abs(slope) <= 5e-2 * (1 + 1e-3))
        }
        #expect(zeros > 0 && zeros < 15)
    }

    @Test
    func `without a penalty a loss without kinks is ended by its slope, and nothing is proven`() {
        let objective = Objective(
            loss: Softmax(), penalty: NoPenalty(), strength: 0, regularizesBias: false)
        let result = Self.solve(objective, Self.independent, tolerance: 1e-4)
        #expect(result.proof?.bound == nil && result.proof?.gap == nil)
        #expect(result.stop == .converged)
        #expect((result.gradientNorm ?? 1) < 1e-3)
        #expect(result.proof?.isBeyondReach == false)
    }

    /// Rows on a line: the classes stand apart, and the second feature says nothing.
    private static func separated(gap: Float) -> Examples {
        var elements: [Float] = []
        for i in 0..<30 { elements += [Float(i % 3) * (1 + gap) + Float(i / 3) * 0.1, 1] }
        return Examples(
            features: .floats(FloatRows(Matrix(rows: 30, columns: 2, elements: elements))),
            labels: (0..<30).map { Int32($0 % 3) }, rows: .range(0..<30), scaling: .identity(2),
            classCount: 3)
    }

    @Test func `the svm of classes that stand apart has the proven optimum 0 without a penalty`() {
        let objective = Self.objective("svm", "none", 0, bias: false)
        let result = Self.solve(objective, Self.separated(gap: 1), tolerance: 1e-6)
        #expect(result.stop == .converged)
        #expect(result.train.total == 0 && result.proof?.bound == 0)
    }

    @Test func `softmax without a penalty says that classes that stand apart have no optimum`() {
        let objective = Self.objective("softmax", "none", 0, bias: false)
        let result = Self.solve(objective, Self.separated(gap: 1), tolerance: 1e-3)
        #expect(result.proof?.isBeyondReach == true && result.proof?.bound == nil)
    }

    @Test func `a class without an example has no linear program with an optimum`() {
        let objective = Self.objective("svm", "none", 0, bias: false)
        let examples = Examples(
            features: Self.independent.features,
            labels: Self.independent.labels.map { min($0, 1) }, rows: Self.independent.rows,
            scaling: Self.independent.scaling, classCount: 3)
        let problem = ConvexProblem(objective: objective, examples: examples)
        #expect(Solvers.suited(to: problem).isEmpty)
    }

    @Test(arguments: ["svm", "squared", "softmax"])
    func `a search that is asked to stop keeps its best and says how near it is`(loss: String) {
        let objective = Self.objective(loss, "l2", 1e-3, bias: false)
        let result = OptimumSearch(tolerance: 1e-6).train(
            from: .zeros(classes: 3, dimension: 5), objective: objective,
            examples: Self.independent, validation: nil,
            observer: RunObserver(isCancelled: { true }))
        #expect(result.stop.isInterruption)
        #expect(result.proof?.gap != nil)
    }

    @Test func `a path has the optimum of each strength, from the strongest on`() {
        let objective = Self.objective("softmax", "l1", 1, bias: false)
        let path = OptimumPath(
            search: OptimumSearch(tolerance: 1e-4), strengths: [1e-3, 1, 1e-2]
        ).train(
            from: .zeros(classes: 3, dimension: 5), objective: objective,
            examples: Self.independent, validation: nil)
        #expect(path.map(\.strength) == [1, 1e-2, 1e-3])
        #expect(path.first?.result.classifier.W.elements.allSatisfy { $0 == 0 } == true)
        #expect(path.allSatisfy { $0.result.stop == .converged })
    }
}
