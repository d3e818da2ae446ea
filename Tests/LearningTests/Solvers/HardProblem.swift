import Learning
import Numeric

/// Data that are hard to be right about: few, degenerate, of extreme size.
enum HardProblem: String, CaseIterable {
    case dense, sparse, separable, duplicates, constantColumn, twoClasses, manyClasses
    case oneExample, oneClass, noFeature, tiny, huge, oneFeature, missingClass, collinear

    private var classes: Int {
        switch self {
        case .twoClasses: 2
        case .manyClasses: 7
        default: 3
        }
    }

    private var count: Int { self == .oneExample ? 1 : 24 }

    private var dimension: Int { self == .oneFeature ? 1 : 4 }

    private func label(_ i: Int, _ random: inout SeededRandom) -> Int32 {
        switch self {
        case .oneClass: 1
        case .missingClass: Int32(random.integer(below: 2))
        default: Int32(i < classes ? i : random.integer(below: classes))
        }
    }

    private func row(_ label: Int32, _ random: inout SeededRandom) -> [Float] {
        var row = (0..<dimension).map { _ in Float(random.normal()) }
        switch self {
        case .noFeature: row = row.map { _ in 0 }
        case .tiny: row = row.map { $0 * 1e-4 }
        case .huge: row = row.map { $0 * 1e3 + 500 }
        case .constantColumn: row[1] = 3
        case .collinear: row[2] = 2 * row[0]
        case .separable: row[Int(label)] += 10
        case .sparse: row = row.map { abs($0) < 0.7 ? 0 : $0 }
        default: break
        }
        return row
    }

    func examples(seed: UInt64) -> Examples {
        var random = SeededRandom(seed: seed)
        var labels: [Int32] = []
        var rows: [[Float]] = []
        for i in 0..<count {
            let label = label(i, &random)
            labels.append(label)
            rows.append(
                self == .duplicates && i >= classes ? rows[i % classes] : row(label, &random))
        }
        return Examples(
            features: features(rows), labels: labels, rows: .range(0..<count),
            scaling: .identity(dimension), classCount: classes)
    }

    private func features(_ rows: [[Float]]) -> Features {
        guard self != .sparse else {
            return .sparse(SparseRows.of(rows.count, dimension: dimension) { rows[$0] })
        }
        return .floats(
            FloatRows(
                Matrix(rows: rows.count, columns: dimension, elements: rows.flatMap { $0 })))
    }
}
