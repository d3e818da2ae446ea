import Datasets
import Numeric
import Testing

@Suite struct FoldsTests {
    private func rows(_ part: RowSelection) -> [Int] { (0..<part.count).map { part[$0] } }

    /// 53 examples, of which 31, 17 and 5 are of a class.
    private func dataset() throws -> Dataset {
        try Dataset(
            name: "data",
            features: .floats(
                FloatRows(Matrix(rows: 53, columns: 1, elements: (0..<53).map { Float($0) }))),
            labels: (0..<53).map { $0 < 31 ? 0 : $0 < 48 ? 1 : 2 }, classNames: ["a", "b", "c"])
    }

    @Test(arguments: [2, 3, 5, 10, 49], [true, false])
    func `each example is held out once, and trained on in all other folds`(
        k: Int, isStratified: Bool
    ) throws {
        let parts = [RowSelection.range(0..<40), .indices([52, 41, 45, 44, 50, 43, 42, 49, 48])]
        let all = parts.flatMap(rows).sorted()
        let folds = try Folds(k, of: parts, dataset(), isStratified: isStratified, seed: 4)
        var held: [Int] = []
        for fold in 0..<k {
            let split = try folds.split(holdingOut: fold, test: .range(46..<48))
            let (train, val) = (rows(split.train), rows(split.val))
            #expect((train + val).sorted() == all && Set(train).isDisjoint(with: val))
            #expect(val.count == all.count / k || val.count == all.count / k + 1)
            #expect(split.test == .range(46..<48) && split.dev.count == 0)
            held += val
        }
        #expect(held.sorted() == all)
    }

    @Test(arguments: [2, 3, 5, 10]) func `stratified folds divide each class evenly`(k: Int) throws
    {
        let data = try dataset()
        let folds = try Folds(k, of: [.range(0..<53)], data, isStratified: true, seed: 4)
        for (label, count) in [31, 17, 5].enumerated() {
            for fold in 0..<k {
                let held = rows(try folds.split(holdingOut: fold, test: .range(0..<0)).val)
                let own = held.count { Int(data.labels[$0]) == label }
                #expect(own == count / k || own == count / k + 1)
            }
        }
    }

    @Test func `another seed gives other folds`() throws {
        func held(_ seed: UInt64) throws -> [Int] {
            let folds = try Folds(
                5, of: [.range(0..<53)], dataset(), isStratified: false, seed: seed)
            return rows(try folds.split(holdingOut: 0, test: .range(0..<0)).val)
        }
        #expect(try held(1) == held(1))
        #expect(try held(1) != held(2))
    }
}
