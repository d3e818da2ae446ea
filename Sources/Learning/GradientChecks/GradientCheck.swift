import Numeric

/// The check of an analytic gradient by a numeric one (CS231n, lecture 3): relative error
/// |a − n| / max(|a|, |n|) in double precision. The divisor is at least 10⁻⁵ of the largest slope,
/// since the rounding error of the loss is about as large. Weights at which a hinge changes sides
/// within h are counted apart, because both gradients may be right there.
package struct GradientCheck: Sendable {
    package struct Entry: Sendable, Equatable {
        package let classIndex: Int
        /// Nil for the bias.
        package let feature: Int?
        package let analytic: Double
        package let numeric: Double

        /// The least divisor of the relative error: rounding errors are about as large.
        fileprivate let floor: Double

        package var relativeError: Double {
            let size = max(abs(analytic), abs(numeric), floor)
            return size == 0 ? 0 : abs(analytic - numeric) / size
        }
    }

    package struct Result: Sendable {
        /// How many weights and how many biases were checked, those at a kink included.
        package let weights, biases: Int
        package let worst: Entry?
        /// The entries that straddle a kink; the maximum leaves them out.
        package let kinks: [Entry]
        /// ‖fast − exact‖ / ‖exact‖ of the single-precision gradient that training uses.
        package let fastError: Double

        package var checked: Int { weights + biases }
        package var maxRelativeError: Double { worst?.relativeError ?? 0 }
    }

    package var checks: Int
    package var h: Double
    package var seed: UInt64

    package init(checks: Int = 100, h: Double = 1e-5, seed: UInt64) {
        self.checks = checks
        self.h = h
        self.seed = seed
    }

    /// Checks a random choice of weights. `gradient` is the analytic gradient to check; by default
    /// it is the objective's own.
    package func run(
        _ classifier: LinearClassifier, objective: Objective, examples: Examples,
        gradient given: (dW: [Double], db: [Double])? = nil
    ) -> Result {
        let problem = DoubleProblem(objective: objective, examples: examples)
        let exact = problem.gradient(classifier)
        let analytic = given ?? exact
        let scores = problem.scores(classifier)
        let dimension = classifier.dimension
        let total = classifier.classes * dimension
        let floor = 1e-5 * max(Self.largest(exact.dW), Self.largest(exact.db))
        var random = SeededRandom(seed: seed, stream: .gradientCheck)
        let chosen = checks >= total ? Array(0..<total) : choice(below: total, &random)
        var entries: [(Entry, Bool)] = []
        for index in chosen where !Parallel.isAbandoned {
            let (slope, straddles) = problem.numericSlope(
                classifier, scores: scores, class: index / dimension, feature: index % dimension,
                h: h, isCentred: true)
            entries.append(
                (
                    Entry(
                        classIndex: index / dimension, feature: index % dimension,
                        analytic: analytic.dW[index], numeric: slope, floor: floor), straddles
                ))
        }
        for c in 0..<classifier.classes where !Parallel.isAbandoned {
            let (slope, straddles) = problem.numericSlope(
                classifier, scores: scores, class: c, feature: nil, h: h, isCentred: true)
            entries.append(
                (
                    Entry(
                        classIndex: c, feature: nil, analytic: analytic.db[c], numeric: slope,
                        floor: floor), straddles
                ))
        }
        let regular = entries.filter { !$0.1 }.map(\.0)
        return Result(
            weights: chosen.count, biases: classifier.classes,
            worst: regular.max { $0.relativeError < $1.relativeError },
            kinks: entries.filter(\.1).map(\.0),
            fastError: fastError(classifier, objective, examples, exact))
    }

    private static func largest(_ slopes: [Double]) -> Double {
        var largest = 0.0
        for index in slopes.indices {
            if Parallel.isAbandoned(turn: index) { break }
            largest = max(largest, abs(slopes[index]))
        }
        return largest
    }

    /// `checks` different weights out of `total`.
    private func choice(below total: Int, _ random: inout SeededRandom) -> [Int] {
        var isChosen = Set<Int>()
        var chosen: [Int] = []
        while chosen.count < checks {
            let index = random.integer(below: total)
            if isChosen.insert(index).inserted { chosen.append(index) }
        }
        return chosen
    }

    private func fastError(
        _ classifier: LinearClassifier, _ objective: Objective, _ examples: Examples,
        _ exact: (dW: [Double], db: [Double])
    ) -> Double {
        if Parallel.isAbandoned { return 0 }
        let fast = objective.gradient(of: classifier, on: examples).1
        var difference = 0.0
        var size = 0.0
        for (fast, exact) in [(fast.dW.elements, exact.dW), (fast.db, exact.db)] {
            for index in exact.indices {
                if Parallel.isAbandoned(turn: index) { break }
                let error = Double(fast[index]) - exact[index]
                difference += error * error
                size += exact[index] * exact[index]
            }
        }
        return size == 0 ? difference.squareRoot() : (difference / size).squareRoot()
    }
}
