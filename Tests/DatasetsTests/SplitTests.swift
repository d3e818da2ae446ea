import Datasets
import Files
import Numeric
import Testing

@Suite struct SplitTests {
    private func rows(_ part: RowSelection) -> [Int] { (0..<part.count).map { part[$0] } }

    @Test(arguments: ["iris", "digits", "spiral", "blobs"])
    func `a split takes each example once and each class in its share`(name: String) throws {
        let source = try #require(DatasetSources.all.first { $0.name == name })
        let dataset = try source.read(DatasetRequest())
        let split = try Split.standard(of: dataset, seed: 3)
        #expect(
            (rows(split.train) + rows(split.val) + rows(split.test)).sorted()
                == Array(0..<dataset.count))
        for part in [split.val, split.test] {
            var counts = [Int](repeating: 0, count: dataset.classCount)
            for row in rows(part) { counts[Int(dataset.labels[row])] += 1 }
            #expect((counts.max() ?? 0) - (counts.min() ?? 0) <= 4)
        }
    }

    private func dataset(_ count: Int, testCount: Int = 0) throws -> Dataset {
        try Dataset(
            name: "data",
            features: .floats(
                FloatRows(
                    Matrix(rows: count, columns: 1, elements: (0..<count).map { Float($0) }))),
            labels: (0..<count).map { Int32($0 % 2) }, classNames: ["a", "b"], testCount: testCount)
    }

    @Test func `data with a test set of its own keeps it, in order`() throws {
        let split = try Split.standard(of: try dataset(50, testCount: 10), seed: 1)
        #expect(rows(split.train) == Array(0..<36) && rows(split.val) == Array(36..<40))
        #expect(rows(split.test) == Array(40..<50))
        #expect(throws: FileError.self) {
            try Split.make(dataset(50, testCount: 10), val: 0.1, test: 0.1, seed: 1)
        }
    }

    @Test func `four examples are all for training`() throws {
        let split = try Split.standard(of: try dataset(4), seed: 1)
        #expect(split.train.count == 4 && split.val.count == 0 && split.test.count == 0)
    }

    @Test func `sizes below 1 are shares, others numbers`() throws {
        let split = try Split.make(try dataset(40), val: 0.25, test: 7, seed: 1)
        #expect(split.val.count == 10 && split.test.count == 7 && split.train.count == 23)
    }

    @Test(arguments: [(-1.0, 0.2), (0.2, -0.1), (0.5, 0.5), (40, 0), (1e13, 0), (.nan, 0)])
    func `sizes that leave nothing to train on are refused`(val: Double, test: Double) throws {
        let data = try dataset(40)
        #expect(throws: FileError.self) { try Split.make(data, val: val, test: test, seed: 1) }
    }

    @Test(arguments: [(0.01, 0.2), (0.2, 0.01)])
    func `a share of less than one example is refused`(val: Double, test: Double) throws {
        let data = try dataset(40)
        #expect(throws: FileError.self) { try Split.make(data, val: val, test: test, seed: 1) }
    }

    @Test func `the same seed gives the same split, another seed another`() throws {
        let data = try dataset(40)
        #expect(try Split.standard(of: data, seed: 1) == Split.standard(of: data, seed: 1))
        #expect(try Split.standard(of: data, seed: 1) != Split.standard(of: data, seed: 2))
    }
}
