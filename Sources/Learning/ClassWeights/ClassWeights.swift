import Numeric

/// How much the examples of each class count in the data loss (scikit-learn's `class_weight`), for
/// data in which some classes are rare.
package struct ClassWeights: Sendable, Equatable {
    package enum Rule: Sendable, Equatable {
        /// n/(C·n_c) by the training examples: as if every class had the same number of them.
        case balanced
        /// Numbers that were given, for classes of these names; nil before there are data.
        case given(classes: [String]?)
    }

    package let rule: Rule
    /// w of each class, C numbers of at least 0; empty for balanced weights before there are data.
    package let values: [Double]

    package init(_ rule: Rule, _ values: [Double] = []) {
        self.rule = rule
        self.values = values
    }

    /// n/(C·n_c), where n examples are of C classes, and n_c of them of class c. A class without
    /// examples is none of the C, and counts 1 where it occurs later.
    package static func balanced(_ examples: Examples) -> ClassWeights {
        var counts = [Int](repeating: 0, count: examples.classCount)
        for position in 0..<examples.count {
            if Parallel.isAbandoned(turn: position) { break }
            counts[examples.label(position)] += 1
        }
        let occurring = counts.count { $0 > 0 }
        let total = Double(counts.reduce(0, +))
        return ClassWeights(
            .balanced, counts.map { $0 == 0 ? 1 : total / (Double(occurring) * Double($0)) })
    }
}
