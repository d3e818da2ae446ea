package import Files
package import Numeric
import Platform

/// Which examples are for training, for validation and for the test; no example is in two parts.
package struct Split: Sendable, Equatable {
    package let train: RowSelection
    package let val: RowSelection
    package let test: RowSelection

    /// Fewer examples than this begin as training examples all, for a fifth of them is none.
    package static let smallest = 5

    /// The split a data set starts with: the data's own parts where they say which examples are for
    /// validation; where there is a test set of its own, the last 1 000
    /// training examples (at most a tenth) are for validation; otherwise a shuffled 60/20/20, or all
    /// for training where there are fewer than `smallest`.
    package static func standard(of dataset: Dataset, seed: UInt64) throws(FileError) -> Split {
        let training = dataset.count - dataset.testCount
        if dataset.validationCount > 0 {
            let kept = training - dataset.validationCount
            return Split(
                train: .range(0..<kept), val: .range(kept..<training),
                test: .range(training..<dataset.count))
        }
        guard dataset.testCount > 0 else {
            let share = training < smallest ? 0 : (Double(training) * 0.2).rounded()
            return try make(dataset, val: share, test: share, seed: seed)
        }
        return try make(dataset, val: Double(min(1000, training / 10)), test: nil, seed: seed)
    }

    /// A split by sizes: below 1 a share of the examples, otherwise a number of them. Where the
    /// data has a test set of its own, its order is kept and `test` must be nil.
    package static func make(
        _ dataset: Dataset, val: Double, test: Double?, seed: UInt64
    ) throws(FileError) -> Split {
        let training = dataset.count - dataset.testCount
        guard val >= 0, val < 1e12, (test ?? 0) >= 0, (test ?? 0) < 1e12 else {
            throw FileError("the parts of a split cannot be negative or beyond the data")
        }
        func size(_ wanted: Double, _ part: String) throws(FileError) -> Int {
            let size = Int(clamping: (wanted < 1 ? wanted * Double(training) : wanted).rounded())
            guard size > 0 || wanted == 0 else {
                throw FileError(
                    "\(part)=\(wanted) of \(training) examples is less than one example",
                    hint: "choose a larger share, or \(part)=0 for none")
            }
            return size
        }
        if dataset.testCount > 0, test != nil {
            throw FileError(
                "\(dataset.name) has a test set of its own", hint: "leave test= out")
        }
        let valCount = try size(val, "val")
        let testCount = dataset.testCount > 0 ? 0 : try size(test ?? 0.2, "test")
        guard valCount + testCount < training else {
            throw FileError(
                "val and test would leave none of the \(training) examples for training",
                hint: "choose smaller parts")
        }
        let trainCount = training - valCount - testCount
        if dataset.testCount > 0 {
            return Split(
                train: .range(0..<trainCount), val: .range(trainCount..<training),
                test: .range(training..<dataset.count))
        }
        var random = SeededRandom(seed: seed, stream: .split)
        let order = try stratified(
            random.permutation(training), labels: dataset.labels, classes: dataset.classCount)
        return Split(
            train: .indices(Array(order[..<trainCount])),
            val: .indices(Array(order[trainCount..<trainCount + valCount])),
            test: .indices(Array(order[(trainCount + valCount)...])))
    }

    /// The same examples in an order in which every stretch has each class in its share: each is
    /// placed by its rank within its class.
    private static func stratified(_ order: [Int32], labels: [Int32], classes: Int)
        throws(FileError) -> [Int32]
    {
        var sizes = [Int](repeating: 0, count: classes)
        for (index, row) in order.enumerated() {
            try Interruptible.check(turn: index)
            sizes[Int(labels[Int(row)])] += 1
        }
        var seen = [Int](repeating: 0, count: classes)
        var keyed = try Interruptible.map(order.count) { index in
            let label = Int(labels[Int(order[index])])
            defer { seen[label] += 1 }
            let key = (Double(seen[label]) + 0.5) / Double(sizes[label])
            return (key: key, index: index, row: order[index])
        }
        do {
            try keyed.sort {
                try Interruptible.check()
                return ($0.key, $0.index) < ($1.key, $1.index)
            }
        } catch {
            throw FileError("interrupted")
        }
        return try Interruptible.map(keyed.count) { keyed[$0].row }
    }
}
