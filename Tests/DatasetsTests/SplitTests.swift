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
    }

    @Test(arguments: [(3.0, 3), (0.4, 4), (10, 10), (0, 0)])
    func `test takes the first of the data's own test set`(test: Double, count: Int) throws {
        let split = try Split.make(dataset(50, testCount: 10), val: 5, test: test, seed: 1)
        #expect(rows(split.train) == Array(0..<35) && rows(split.val) == Array(35..<40))
        #expect(rows(split.test) == Array(40..<40 + count))
    }

    @Test func `more than the data's own test set is refused`() throws {
        let data = try dataset(50, testCount: 10)
        #expect(throws: FileError.self) { try Split.make(data, val: 5, test: 11, seed: 1) }
        #expect(throws: FileError.self) { try Split.make(data, val: 40, test: 1, seed: 1) }
    }

    @Test func `a stratified split has each class in its share, and keeps the test set apart`()
        throws
    {
        // Sorted by class, a quarter of them of class b: the last of them in order would all be of b.
        let count = 400
        let labels = (0..<count).map { Int32($0 % 200 < 150 ? 0 : 1) }
        let data = try Dataset(
            name: "data",
            features: .floats(
                FloatRows(Matrix(rows: count, columns: 1, elements: (0..<count).map { Float($0) }))),
            labels: labels, classNames: ["a", "b"], testCount: 200)
        let split = try Split.make(data, val: 40, test: 80, isStratified: true, seed: 1)
        #expect((rows(split.train) + rows(split.val)).sorted() == Array(0..<200))
        #expect(split.test.count == 80 && rows(split.test).allSatisfy { $0 >= 200 })
        for (part, wanted) in [(split.train, 40), (split.val, 10), (split.test, 20)] {
            #expect(abs(rows(part).count { labels[$0] == 1 } - wanted) <= 1)
        }
    }

    @Test func `dev is a random choice of training examples, which stay in train`() throws {
        let split = try Split.make(dataset(50, testCount: 10), val: 5, seed: 1)
        let dev = try split.withDevelopment(20, seed: 1)
        #expect(dev.train == split.train && dev.val == split.val && dev.test == split.test)
        let chosen = rows(dev.dev)
        #expect(Set(chosen).count == 20 && Set(chosen).isSubset(of: rows(split.train)))
        #expect(chosen != chosen.sorted())
        #expect(try dev == split.withDevelopment(20, seed: 1))
        #expect(try dev != split.withDevelopment(20, seed: 2))
        #expect(try split.withDevelopment(0.1, seed: 1).dev.count == 4, "10% of 35 examples")
        #expect(throws: FileError.self) { try split.withDevelopment(36, seed: 1) }
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
