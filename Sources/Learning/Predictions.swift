import Numeric

/// The class with the highest score of each example; of equal scores the first is the highest.
package func predictions(_ classifier: LinearClassifier, on examples: Examples) -> [Int] {
    let scores = Pass(examples).scores(classifier, positions: 0..<examples.count)
    return (0..<scores.rows).map { r in
        let row = scores.row(r)
        var best = row.startIndex
        for j in row.indices where row[j] > row[best] { best = j }
        return best - row.startIndex
    }
}

/// The number of examples of class i (row) whose prediction is class j (column), C×C.
package func confusionMatrix(_ classifier: LinearClassifier, on examples: Examples) -> [[Int]] {
    var counts = [[Int]](
        repeating: [Int](repeating: 0, count: examples.classCount), count: examples.classCount)
    for (position, prediction) in predictions(classifier, on: examples).enumerated() {
        counts[examples.label(position)][prediction] += 1
    }
    return counts
}
