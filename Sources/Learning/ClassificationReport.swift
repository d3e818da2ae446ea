/// How well each class is recognized, from a confusion matrix.
package struct ClassificationReport: Sendable, Equatable {
    /// Of a class, or a mean over classes.
    package struct Scores: Sendable, Equatable {
        /// Of the examples that were taken for the class, the share that are of it; 0 where none was.
        package var precision: Double
        /// Of the examples of the class, the share that was recognized; 0 where there is none.
        package var recall: Double
        /// 2·precision·recall / (precision + recall), or 0.
        package var f1: Double
    }

    /// Of each class.
    package let classes: [Scores]
    /// How many examples of each class there are.
    package let support: [Int]
    /// How many examples were taken for each class.
    package let taken: [Int]
    package let accuracy: Double
    /// The mean recall of the classes that have examples.
    package let balancedAccuracy: Double
    /// The accuracy of always saying the most frequent class.
    package let majority: Double
    /// The mean over the classes that occur, each of the same weight.
    package let macro: Scores
    /// The mean over the classes, each weighted with its support.
    package let weighted: Scores

    /// `counts[i][j]` examples of class i were taken for class j; at least one example in all.
    package init(_ counts: [[Int]]) {
        let indices = counts.indices
        let support = counts.map { $0.reduce(0, +) }
        let taken = indices.map { j in counts.reduce(0) { $0 + $1[j] } }
        let total = support.reduce(0, +)
        func share(_ part: Int, _ whole: Int) -> Double {
            whole == 0 ? 0 : Double(part) / Double(whole)
        }
        var classes: [Scores] = []
        for c in indices {
            let f1 = share(2 * counts[c][c], support[c] + taken[c])
            classes.append(
                Scores(
                    precision: share(counts[c][c], taken[c]),
                    recall: share(counts[c][c], support[c]), f1: f1))
        }
        (self.support, self.taken, self.classes) = (support, taken, classes)
        accuracy = share(indices.reduce(0) { $0 + counts[$1][$1] }, total)
        majority = share(support.max() ?? 0, total)
        let occurring = indices.filter { support[$0] + taken[$0] > 0 }
        macro = Self.mean(classes, occurring.map { ($0, 1) })
        weighted = Self.mean(classes, occurring.map { ($0, Double(support[$0])) })
        let real = indices.filter { support[$0] > 0 }
        balancedAccuracy = Self.mean(classes, real.map { ($0, 1) }).recall
    }

    private static func mean(_ classes: [Scores], _ weights: [(index: Int, weight: Double)])
        -> Scores
    {
        let sum = weights.map(\.weight).pairwiseSum
        func mean(_ value: (Scores) -> Double) -> Double {
            guard sum > 0 else { return 0 }
            return weights.map { value(classes[$0.index]) * $0.weight }.pairwiseSum / sum
        }
        return Scores(precision: mean(\.precision), recall: mean(\.recall), f1: mean(\.f1))
    }
}
