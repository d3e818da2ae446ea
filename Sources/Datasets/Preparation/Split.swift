package import Files
package import Numeric
import Platform

/// Which examples are for training, for validation and for the test; no example is in two of these.
package struct Split: Sendable, Equatable {
    package let train: RowSelection
    package let val: RowSelection
    package let test: RowSelection
    /// Training examples to try things out on quickly, such as a gradient check: they stay in `train`.
    package let dev: RowSelection

    package init(
        train: RowSelection, val: RowSelection, test: RowSelection,
        dev: RowSelection = .range(0..<0)
    ) {
        (self.train, self.val, self.test, self.dev) = (train, val, test, dev)
    }

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
        return try make(dataset, val: Double(min(1000, training / 10)), seed: seed)
    }

    /// A split by sizes: below 1 a share of the examples, otherwise a number of them.
    ///
    /// Where the data has a test set of its own, the order is kept: val is the last of the training
    /// examples, and test the first of the test set, as the course's assignment has it. What `test`
    /// leaves of that set is in no part. With `isStratified` both are drawn at random, each class in its
    /// share, which is what other data always have.
    package static func make(
        _ dataset: Dataset, val: Double, test: Double? = nil, isStratified: Bool = false,
        seed: UInt64
    ) throws(FileError) -> Split {
        dataset.testCount > 0
            ? try published(dataset, val, test, isStratified: isStratified, seed: seed)
            : try shuffled(dataset, val, test ?? 0.2, seed: seed)
    }

    /// The same split with this number, or share, of its training examples for development too.
    package func withDevelopment(_ wanted: Double, seed: UInt64) throws(FileError) -> Split {
        let count = try Self.size(wanted, of: train.count, "dev", "training examples")
        guard count <= train.count else {
            throw FileError(
                "dev=\(count) is more than the \(train.count) training examples",
                hint: "choose a smaller number")
        }
        var random = SeededRandom(seed: seed, stream: .development)
        let order = random.permutation(train.count).prefix(count)
        return Split(
            train: train, val: val, test: test,
            dev: .indices(order.map { Int32(train[Int($0)]) }))
    }

    /// A part's number of examples among those that it is taken from.
    private static func size(
        _ wanted: Double, of whole: Int, _ part: String, _ kind: String = "examples"
    ) throws(FileError) -> Int {
        guard wanted >= 0, wanted < 1e12 else {
            throw FileError("the parts of a split cannot be negative or beyond the data")
        }
        let size = Int(clamping: (wanted < 1 ? wanted * Double(whole) : wanted).rounded())
        guard size > 0 || wanted == 0 else {
            throw FileError(
                "\(part)=\(wanted) of \(whole) \(kind) is less than one example",
                hint: "choose a larger share, or \(part)=0 for none")
        }
        return size
    }

    /// The number of examples that are left for training.
    private static func remainder(_ training: Int, without others: Int) throws(FileError) -> Int {
        guard others < training else {
            throw FileError(
                "val and test would leave none of the \(training) examples for training",
                hint: "choose smaller parts")
        }
        return training - others
    }

    private static func shuffled(
        _ dataset: Dataset, _ val: Double, _ test: Double, seed: UInt64
    ) throws(FileError) -> Split {
        let val = try size(val, of: dataset.count, "val")
        let test = try size(test, of: dataset.count, "test")
        let train = try remainder(dataset.count, without: val + test)
        var random = SeededRandom(seed: seed, stream: .split)
        let order = try stratified(random.permutation(dataset.count), of: dataset)
        return Split(
            train: .indices(Array(order[..<train])),
            val: .indices(Array(order[train..<train + val])),
            test: .indices(Array(order[(train + val)...])))
    }

    private static func published(
        _ dataset: Dataset, _ val: Double, _ test: Double?, isStratified: Bool, seed: UInt64
    ) throws(FileError) -> Split {
        let training = dataset.count - dataset.testCount
        let val = try size(val, of: training, "val")
        let test =
            try test.map { wanted throws(FileError) in
                try size(wanted, of: dataset.testCount, "test", "examples of the test set")
            } ?? dataset.testCount
        guard test <= dataset.testCount else {
            throw FileError(
                "test=\(test) is more than the \(dataset.testCount) examples of \(dataset.name)'s own test set",
                hint: "choose a smaller number, or leave test= out for the whole set")
        }
        let train = try remainder(training, without: val)
        guard isStratified else {
            return Split(
                train: .range(0..<train), val: .range(train..<training),
                test: .range(training..<training + test))
        }
        var random = SeededRandom(seed: seed, stream: .split)
        let order = try stratified(random.permutation(training), of: dataset)
        let others = random.permutation(dataset.testCount).map { $0 + Int32(training) }
        let tests = try stratified(others, of: dataset)
        return Split(
            train: .indices(Array(order[..<train])), val: .indices(Array(order[train...])),
            test: .indices(Array(tests[..<test])))
    }

    /// The same examples in an order in which every stretch has each class in its share: each is
    /// placed by its rank within its class.
    private static func stratified(
        _ order: [Int32], of dataset: Dataset
    ) throws(FileError) -> [Int32] {
        let (labels, classes) = (dataset.labels, dataset.classCount)
        var sizes = [Int](repeating: 0, count: classes)
        for (index, row) in order.enumerated() {
            try Interruptible.check(turn: index)
            sizes[Int(labels[Int(row)])] += 1
        }
        var seen = [Int](repeating: 0, count: classes)
        var keyed: [Placed] = []
        keyed.reserveCapacity(order.count)
        for (index, row) in order.enumerated() {
            try Interruptible.check(turn: index)
            let label = Int(labels[Int(row)])
            let key = (Double(seen[label]) + 0.5) / Double(sizes[label])
            seen[label] += 1
            keyed.append(Placed(key: key, row: row))
        }
        return try sorted(keyed).map(\.row)
    }

    /// An example's place within its class, from 0 to 1.
    private struct Placed {
        var key: Double
        var row: Int32
    }

    /// Ascending by place, and of one place by the order before. Places lie evenly, so that nearly every
    /// example has a bucket of its own.
    private static func sorted(_ keyed: [Placed]) throws(FileError) -> [Placed] {
        let count = keyed.count
        var buckets = [Int](repeating: 0, count: count)
        var ends = [Int](repeating: 0, count: count + 1)
        for (turn, placed) in keyed.enumerated() {
            try Interruptible.check(turn: turn)
            let bucket = bucket(placed, count)
            buckets[turn] = bucket
            ends[bucket + 1] += 1
        }
        for bucket in 0..<count { ends[bucket + 1] += ends[bucket] }
        var sorted = keyed
        for (turn, placed) in keyed.enumerated() {
            try Interruptible.check(turn: turn)
            let bucket = buckets[turn]
            sorted[ends[bucket]] = placed
            ends[bucket] += 1
        }
        // A bucket has two of a class at most, so few are moved, and none far.
        for index in sorted.indices {
            try Interruptible.check(turn: index)
            let placed = sorted[index]
            var place = index
            while place > 0, placed.key < sorted[place - 1].key {
                sorted[place] = sorted[place - 1]
                place -= 1
            }
            sorted[place] = placed
        }
        return sorted
    }

    private static func bucket(_ placed: Placed, _ count: Int) -> Int {
        min(count - 1, Int(clamping: (placed.key * Double(count)).rounded(.down)))
    }
}
