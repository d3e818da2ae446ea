import Numeric

/// The objective as a function of one list of numbers, W and then b; counts its evaluations.
struct FlatProblem {
    let objective: Objective
    let examples: Examples
    private let pass: Pass
    private let weights: Int
    private(set) var passes = 0

    init(objective: Objective, examples: Examples) {
        self.objective = objective
        self.examples = examples
        pass = Pass(examples)
        weights = examples.classCount * examples.dimension
    }

    private var pull: Double { objective.strength * objective.penalty.absolute }

    var hasAbsolute: Bool { pull != 0 }

    /// Whether |x[i]| is penalized.
    func isAbsolute(_ index: Int) -> Bool { index < weights || objective.regularizesBias }

    func flatten(_ classifier: LinearClassifier) -> [Float] { classifier.W.elements + classifier.b }

    func classifier(_ x: [Float]) -> LinearClassifier {
        LinearClassifier(
            W: Matrix(
                rows: examples.classCount, columns: examples.dimension,
                elements: Array(x[..<weights])),
            b: Array(x[weights...]))
    }

    /// The objective at a classifier.
    static func point(
        at classifier: LinearClassifier, _ objective: Objective, _ examples: Examples
    ) -> Point {
        var problem = FlatProblem(objective: objective, examples: examples)
        return problem.point(problem.flatten(classifier))
    }

    /// A place with the objective there.
    struct Point {
        let x: [Float]
        let evaluation: Evaluation
        /// The gradient of the objective without λ|W|.
        let gradient: [Float]
        /// The sub-gradient of least length.
        let steepest: [Float]

        var loss: Double { evaluation.total }
        /// The length of the steepest (sub-)gradient.
        var gradientNorm: Double { Vector.dot(steepest, steepest).squareRoot() }
    }

    mutating func point(_ x: [Float]) -> Point {
        passes += 1
        let classifier = classifier(x)
        var gradient = Gradient(classes: classifier.classes, dimension: classifier.dimension)
        let sums = pass.run(classifier, loss: objective.scoreLoss, gradient: &gradient)
        var flat = gradient.dW.elements + gradient.db
        let quadratic = Float(2 * objective.strength * objective.penalty.quadratic)
        if quadratic != 0 {
            let penalized = objective.regularizesBias ? x.count : weights
            var span = flat.mutableSpan
            for i in 0..<penalized { span[i] += quadratic * x[i] }
        }
        return Point(
            x: x, evaluation: objective.evaluation(sums, classifier), gradient: flat,
            steepest: steepest(flat, at: x))
    }

    private func steepest(_ gradient: [Float], at x: [Float]) -> [Float] {
        guard hasAbsolute else { return gradient }
        let pull = Float(pull)
        return gradient.indices.map { i in
            guard isAbsolute(i) else { return gradient[i] }
            if x[i] != 0 { return gradient[i] + (x[i] > 0 ? pull : -pull) }
            if gradient[i] + pull < 0 { return gradient[i] + pull }
            return gradient[i] - pull > 0 ? gradient[i] - pull : 0
        }
    }
}
