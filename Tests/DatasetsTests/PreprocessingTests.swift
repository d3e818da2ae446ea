import Datasets
import Numeric
import Testing

@Suite struct PreprocessingTests {
    /// Rows 0 and 1 are (1, 5) and (3, 5); row 2 is not for training.
    private func scaling(_ preprocessing: Preprocessing) throws -> FeatureScaling {
        let data = try Dataset(
            name: "data",
            features: .floats(
                FloatRows(Matrix(rows: 3, columns: 2, elements: [1, 5, 3, 5, 100, 100]))),
            labels: [0, 1, 0], classNames: ["a", "b"])
        return preprocessing.scaling(of: data, rows: .range(0..<2))
    }

    @Test(arguments: Preprocessing.allCases)
    func `statistics are the training rows', and a feature that never changes has scale 1`(
        preprocessing: Preprocessing
    ) throws {
        let scaling = try scaling(preprocessing)
        let isCentred = preprocessing == .standardize || preprocessing == .center
        #expect(scaling.mean == (isCentred ? [2, 5] : [0, 0]))
        #expect(scaling.scale == [1, 1])
    }

    @Test func `the scale is the deviation over all training rows`() throws {
        let data = try Dataset(
            name: "data",
            features: .floats(FloatRows(Matrix(rows: 2, columns: 1, elements: [10, 16]))),
            labels: [0, 1], classNames: ["a", "b"])
        let rows = RowSelection.range(0..<2)
        #expect(Preprocessing.standardize.scaling(of: data, rows: rows).scale == [3])
        #expect(Preprocessing.scale.scaling(of: data, rows: rows).scale == [3])
        #expect(Preprocessing.center.scaling(of: data, rows: rows).scale == [1])
        #expect(Preprocessing.none.scaling(of: data, rows: rows).scale == [1])
    }
}
