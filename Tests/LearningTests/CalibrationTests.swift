import Learning
import Numeric
import Testing

@Suite struct CalibrationTests {
    /// 300 examples of two features, 4 classes.
    private func examples() -> Examples {
        var random = SeededRandom(seed: 8)
        let elements = (0..<600).map { _ in Float(random.normal()) }
        return Examples(
            features: .floats(FloatRows(Matrix(rows: 300, columns: 2, elements: elements))),
            labels: (0..<300).map { _ in Int32(random.integer(below: 4)) }, rows: .range(0..<300),
            scaling: .identity(2), classCount: 4)
    }

    private func classifier(_ scale: Float) -> LinearClassifier {
        LinearClassifier(
            W: Matrix(
                rows: 4, columns: 2, elements: [1, 0, 0, 1, -1, 0, 0, -1].map { $0 * scale }),
            b: [0.1, 0, 0, 0])
    }

    @Test(arguments: [0, 0.3, 2, 40], [1, 3, 10, 17])
    func `bins and the error are those of the obvious computation`(scale: Float, count: Int) throws
    {
        let (classifier, examples) = (classifier(scale), examples())
        let calibration = try #require(Calibration(classifier, on: examples, bins: count))
        var members = [[(p: Double, isRight: Bool)]](repeating: [], count: count)
        for i in 0..<300 {
            let x = examples.scaledRow(i).map { Double($0) }
            let scores = (0..<4).map { c in
                let w = classifier.W.row(c).map { Double($0) }
                return w[0] * x[0] + w[1] * x[1] + Double(classifier.b[c])
            }
            let largest = scores.max() ?? 0
            let powers = scores.map { Elementary.exp($0 - largest) }
            let p = (powers.max() ?? 0) / powers.reduce(0, +)
            let isRight = scores.firstIndex(of: largest) == examples.label(i)
            // (m/M, (m + 1)/M]
            var bin = 0
            while bin < count - 1, p > Double(bin + 1) / Double(count) { bin += 1 }
            members[bin].append((p, isRight))
        }
        var error = 0.0
        for (bin, own) in zip(calibration.bins, members) {
            #expect(bin.count == own.count)
            guard !own.isEmpty else { continue }
            let confidence = own.reduce(0) { $0 + $1.p } / Double(own.count)
            let accuracy = Double(own.count { $0.isRight }) / Double(own.count)
            #expect(abs(bin.confidence - confidence) < 1e-6 && bin.accuracy == accuracy)
            error += Double(own.count) / 300 * abs(accuracy - confidence)
        }
        #expect(calibration.count == 300)
        #expect(abs(calibration.expectedError - error) < 1e-6)
    }

    @Test func `a probability at an edge is in the lower bin`() {
        let calibration = Calibration(
            [(0.5, true), (0.75, false), (1, true), (0.2, true)], bins: 4)
        #expect(calibration.bins.map(\.count) == [1, 1, 1, 1])
        #expect(calibration.expectedError == (0.8 + 0.5 + 0.75 + 0) / 4)
    }

    @Test func `scores that are no numbers have no calibration`() {
        #expect(Calibration(classifier(.infinity), on: examples(), bins: 10) == nil)
    }
}
