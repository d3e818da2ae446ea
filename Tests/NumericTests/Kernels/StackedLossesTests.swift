import Numeric
import Testing

extension KernelTests {
    /// Losses of several classifiers at once.
    @Suite struct StackedLosses {
        @Test(arguments: [(1, 2, 1), (3, 10, 8), (5, 3, 17), (40, 1000, 3), (48, 10, 48)])
        func `stacked classifiers have the losses that each has alone`(shape: (Int, Int, Int)) {
            let (count, classes, stacked) = shape
            var random = SeededRandom(seed: 15)
            var scores = StackedScores(
                rows: count + 1, classes: classes, stacked: stacked, unit: 0.01,
                centres: (0..<classes * stacked).map { _ in 100 * random.normal() })
            for index in scores.products.indices {
                scores.products[index] = Int32(300 * random.normal())
            }
            let labels = (0..<count).map { _ in Int32(random.integer(below: classes)) }
            var exact = [[Double]](repeating: [Double](repeating: 1, count: stacked), count: 3)
            for r in 0..<count {
                for a in 0..<stacked {
                    let own = (0..<classes).map { c in
                        let place = c * stacked + a
                        let product = Double(scores.products[r * classes * stacked + place])
                        return 0.01 * (product - scores.centres[place])
                    }
                    let label = Int(labels[r])
                    for j in own.indices where j != label {
                        let margin = max(0, own[j] - own[label] + 0.75)
                        exact[0][a] += margin
                        exact[1][a] += margin * margin
                    }
                    let largest = own.max() ?? 0
                    let sum = own.reduce(0) { $0 + Elementary.exp($1 - largest) }
                    exact[2][a] += Elementary.log(sum) + largest - own[label]
                }
            }
            defer { _ = CPU.select(nil) }
            var seen: Set<[[Double]]> = []
            for cpu in CPU.available {
                #expect(CPU.select(cpu))
                let sums = (0..<3).map { kind in
                    var sums = [Double](repeating: 1, count: stacked)
                    var span = sums.mutableSpan
                    if kind == 2 {
                        scores.addLogSumExps(labels: labels.span, into: &span)
                    } else {
                        scores.addRamps(
                            labels: labels.span, offset: 0.75, isSquared: kind == 1, into: &span)
                    }
                    return sums
                }
                seen.insert(sums)
                for (ours, theirs) in zip(sums.joined(), exact.joined()) {
                    #expect(abs(ours - theirs) <= 1e-10 * theirs, "\(cpu)")
                }
            }
            #expect(seen.count == 1)
        }
    }
}
