package import Files
package import Numeric

/// A division of rows into k disjoint folds, for cross-validation: each is held out once, and the
/// others are for training. The folds' sizes differ by at most 1.
package struct Folds: Sendable {
    package let count: Int
    /// In the order of the data.
    private let rows: [Int32]
    /// The fold of each of `rows`.
    private let folds: [Int32]

    /// Shuffles the rows and deals them out. With `isStratified` each class is dealt out by itself, so
    /// that the numbers of a class in two folds differ by at most 1 too.
    package init(
        _ count: Int, of rows: [RowSelection], _ dataset: Dataset, isStratified: Bool, seed: UInt64
    ) throws(FileError) {
        var all: [Int32] = []
        for part in rows {
            all += try Interruptible.map(part.count) { Int32(part[$0]) }
        }
        all.sort()
        var random = SeededRandom(seed: seed, stream: .folds)
        var order = random.permutation(all.count)
        if isStratified {
            var classes = [[Int32]](repeating: [], count: dataset.classCount)
            for (turn, place) in order.enumerated() {
                try Interruptible.check(turn: turn)
                classes[Int(dataset.labels[Int(all[Int(place)])])].append(place)
            }
            order = classes.flatMap(\.self)
        }
        var folds = [Int32](repeating: 0, count: all.count)
        for (turn, place) in order.enumerated() { folds[Int(place)] = Int32(turn % count) }
        (self.count, self.rows, self.folds) = (count, all, folds)
    }

    /// A split whose val part is a fold, and whose training part is all others.
    package func split(holdingOut fold: Int, test: RowSelection) throws(FileError) -> Split {
        var (train, val): ([Int32], [Int32]) = ([], [])
        for (turn, row) in rows.enumerated() {
            try Interruptible.check(turn: turn)
            if folds[turn] == fold { val.append(row) } else { train.append(row) }
        }
        return Split(train: .indices(train), val: .indices(val), test: test)
    }
}
