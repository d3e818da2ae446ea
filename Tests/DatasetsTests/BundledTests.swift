import Datasets
import Numeric
import Testing

/// The data that is part of the program, against what its publishers say of it. Tests/EndToEndTests'
/// saved sessions hold fingerprints of all its bits.
@Suite struct BundledTests {
    private func counts(_ dataset: Dataset) -> [Int] {
        (0..<dataset.classCount).map { label in
            dataset.labels.count { Int($0) == label }
        }
    }

    @Test func `the digits are the 1 797 of optdigits.tes, as bytes`() throws {
        let digits = try Digits.read(DatasetRequest())
        #expect(counts(digits) == [178, 182, 177, 183, 181, 182, 181, 179, 174, 180])
        #expect(digits.classNames == (0...9).map(String.init))
        #expect(digits.image == ImageShape(width: 8, height: 8, channels: 1, maximum: 16))
        #expect(digits.features.row(0).prefix(8) == [0, 0, 5, 13, 9, 1, 0, 0])
        guard case .bytes = digits.features else {
            Issue.record("the digits are not bytes")
            return
        }
        let sum = (0..<1797).reduce(0) { $0 + digits.features.row($1).reduce(0, +) }
        #expect(sum == 561_718)
    }

    @Test func `the irises are Fisher's 150, with his means`() throws {
        let iris = try Iris.read(DatasetRequest())
        #expect(counts(iris) == [50, 50, 50])
        #expect(iris.classNames == ["setosa", "versicolor", "virginica"])
        #expect(
            iris.featureNames == ["sepal length", "sepal width", "petal length", "petal width"])
        #expect(iris.features.row(0) == [5.1, 3.5, 1.4, 0.2])
        for (feature, mean) in [5.843, 3.057, 3.758, 1.199].enumerated() {
            let sum = (0..<150).reduce(0) { $0 + Double(iris.features.row($1)[feature]) }
            #expect(abs(sum / 150 - mean) < 0.0005)
        }
    }
}
