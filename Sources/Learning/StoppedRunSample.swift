import Numeric
import Platform

extension Examples {
    /// The examples that judge the weights of a run which ended so: all of them, but of a run that Ctrl-C
    /// stopped only as many, evenly spread, as a pass of a twentieth of a second takes on a slow core. Who
    /// pressed Ctrl-C waits for it.
    package func judging(_ stop: StopReason?) -> Examples {
        stop?.isInterruption == true ? sample(Self.quickCount(of: features, classCount)) : self
    }

    /// Whether some passes in double precision take no longer than anybody waits for who pressed Ctrl-C.
    package var isQuick: Bool { count <= Self.quickCount(of: features, classCount) / 8 }

    /// Whether there are more weights than caches hold: each pass over some rows takes as long as reading them.
    var hasWideRows: Bool { Double(classCount) * Double(features.dimension) > Self.cachedWeights }

    private static let cachedWeights = 2e6
    /// About how many nanoseconds a row takes, and a product of a weight with a feature: of weights in a cache,
    /// and of more.
    private static let (rowCost, cachedCost, productCost) = (100.0, 0.05, 0.2)

    private static func quickCount(of features: Features, _ classes: Int) -> Int {
        let stored =
            features.isSparse ? features.size / 8 / max(1, features.count) : features.dimension
        let weights = Double(classes) * Double(stored)
        let cost = rowCost + (weights > cachedWeights ? productCost : cachedCost) * weights
        return max(10, Int(clamping: 5e7 / cost))
    }
}

extension Objective {
    /// Judges the weights that a run has come to: by all examples, or, where Ctrl-C has stopped the run or
    /// comes meanwhile, by a few of them.
    func judge(
        _ classifier: LinearClassifier, on examples: Examples, after stop: StopReason?
    ) -> Evaluation {
        if stop?.isInterruption != true,
            let whole = Abandonment.step({ evaluate(classifier, on: examples) })
        {
            return whole
        }
        return evaluate(classifier, on: examples.judging(.interrupted(step: 0)))
    }
}
