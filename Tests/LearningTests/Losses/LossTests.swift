import Learning
import Numeric
import Testing

/// Every loss of the list: its forms agree with each other.
@Suite struct LossTests {
    /// C scores of n examples, and their labels.
    private func scores(_ count: Int, _ classes: Int) -> ([Float], [Int32]) {
        var random = SeededRandom(seed: UInt64(count + classes))
        return (
            (0..<count * classes).map { _ in Float(2 * random.normal()) },
            (0..<count).map { _ in Int32(random.integer(below: classes)) }
        )
    }

    @Test(arguments: Declared.losses.indices, [2, 3, 10, 65])
    func `single precision agrees with double precision`(loss: Int, classes: Int) {
        let loss = Declared.losses[loss]
        let (scores, labels) = scores(20, classes)
        for r in 0..<20 {
            let row = Array(scores[r * classes..<(r + 1) * classes])
            let (exact, label) = (row.map { Double($0) }, Int(labels[r]))
            let value = loss.value(exact, label: label)
            #expect(abs(loss.value(row.span, label: label) - value) <= 1e-5 * max(value, 1))
            var slopes = row
            var span = slopes.mutableSpan
            let differentiated = loss.differentiate(&span, label: label)
            #expect(abs(differentiated - value) <= 1e-5 * max(value, 1))
            for (fast, slow) in zip(slopes, loss.slopes(exact, label: label)) {
                #expect(abs(Double(fast) - slow) <= 1e-5 * max(abs(slow), 1))
            }
        }
    }

    @Test(arguments: Declared.losses.indices)
    func `slopes are what differences of values give`(loss: Int) {
        let loss = Declared.losses[loss]
        let (scores, labels) = scores(20, 4)
        for r in 0..<20 {
            let row = scores[r * 4..<(r + 1) * 4].map { Double($0) }
            let slopes = loss.slopes(row, label: Int(labels[r]))
            for j in row.indices {
                var (above, below) = (row, row)
                above[j] += 1e-6
                below[j] -= 1e-6
                let difference =
                    loss.value(above, label: Int(labels[r]))
                    - loss.value(below, label: Int(labels[r]))
                #expect(abs(difference / 2e-6 - slopes[j]) <= 1e-6 * max(abs(slopes[j]), 1))
            }
        }
    }

    @Test(arguments: Declared.losses.indices)
    func `values of many rows are those of the rows`(loss: Int) {
        let loss = Declared.losses[loss]
        let (scores, labels) = scores(33, 7)
        let values = (0..<33).map { r in
            loss.value(scores.span.extracting(r * 7..<(r + 1) * 7), label: Int(labels[r]))
        }
        let sums = loss.values(scores.span, labels: labels.span)
        var slopes = scores
        var span = slopes.mutableSpan
        let differentiated = loss.differentiate(&span, labels: labels.span)
        #expect(sums.count == 33 && differentiated.count == 33)
        #expect(sums.correct == differentiated.correct)
        let total = values.reduce(0, +)
        #expect(abs(sums.loss - total) <= 1e-9 * total)
        #expect(abs(differentiated.loss - total) <= 1e-5 * total)
    }

    @Test(arguments: Declared.losses.indices, [(1, 2, 1), (3, 10, 8), (40, 100, 3), (48, 10, 48)])
    func `values of stacked classifiers are those of each alone`(
        loss: Int, shape: (Int, Int, Int)
    ) {
        let loss = Declared.losses[loss]
        let (count, classes, stacked) = shape
        let (draws, labels) = scores(count * stacked, classes)
        var scores = StackedScores(
            rows: count, classes: classes, stacked: stacked, unit: 0.01,
            centres: [Double](repeating: 3, count: classes * stacked))
        for index in draws.indices { scores.products[index] = Int32(150 * draws[index]) }
        var sums = [Double](repeating: 1, count: stacked)
        var span = sums.mutableSpan
        loss.addValues(scores, labels: labels.span.extracting(0..<count), into: &span)
        for a in 0..<stacked {
            let alone = (0..<count).reduce(1.0) { sum, r in
                let own = (0..<classes).map {
                    0.01 * (Double(scores.products[(r * classes + $0) * stacked + a]) - 3)
                }
                return sum + loss.value(own, label: Int(labels[r]))
            }
            #expect(abs(sums[a] - alone) <= 1e-5 * alone)
        }
    }

    @Test(arguments: Declared.losses.indices)
    func `scores of 0 give the value that a fresh start should have`(loss: Int) {
        let loss = Declared.losses[loss]
        for classes in [2, 3, 10] {
            let value = loss.value([Double](repeating: 0, count: classes), label: 1)
            #expect(abs(value - loss.valueAtZero(classes: classes)) <= 1e-12)
        }
    }

    @Test(arguments: Declared.losses.indices)
    func `there is a term for each class, and the arithmetic writes numbers`(loss: Int) {
        let loss = Declared.losses[loss]
        #expect(loss.terms([3.2, 5.1, -1.7], label: 0).count == 3)
        #expect(
            loss.arithmetic([3.2, 5.1, -1.7], label: 0) { _ in "number" }.contains("number"))
    }
}
