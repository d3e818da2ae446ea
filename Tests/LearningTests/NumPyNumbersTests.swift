import Learning
import Numeric
import Testing

/// What numpy computed once, in double precision, for every loss with every penalty.
struct NumPyNumbers: Sendable {
    enum LossName: Sendable { case svm, squared, softmax }
    enum PenaltyName: Sendable { case none, l2, l1, elastic }

    let loss: LossName
    let penalty: PenaltyName
    let dataLoss: Double
    let regularization: Double
    let dW: [Double]
    let db: [Double]

    /// λ = 0.01.
    var objective: Objective {
        let loss: any Loss =
            switch loss {
            case .svm: SVM()
            case .squared: SVM(isSquared: true)
            case .softmax: Softmax()
            }
        let penalty: any Penalty =
            switch penalty {
            case .none: NoPenalty()
            case .l2: L2()
            case .l1: L1()
            case .elastic: ElasticNet(beta: 0.3)
            }
        return Objective(loss: loss, penalty: penalty, strength: 0.01, regularizesBias: false)
    }
}

@Suite struct NumPyNumbersTests {
    /// X[i, d] = ((7i + 5d + i·d) mod 11) − 5 and y[i] = (2i + 1) mod 3, for 6 examples of 4 features.
    private var examples: Examples {
        var elements: [Float] = []
        for i in 0..<6 {
            for d in 0..<4 { elements.append(Float((i * 7 + d * 5 + i * d) % 11 - 5)) }
        }
        return Examples(
            features: .floats(FloatRows(Matrix(rows: 6, columns: 4, elements: elements))),
            labels: (0..<6).map { Int32(($0 * 2 + 1) % 3) }, rows: .range(0..<6),
            scaling: FeatureScaling(
                mean: [Float](repeating: 0, count: 4), scale: [Float](repeating: 1, count: 4)),
            classCount: 3)
    }

    /// W[c, d] = ((4c + 3d) mod 7 − 3) / 8.
    private var classifier: LinearClassifier {
        var elements: [Float] = []
        for c in 0..<3 {
            for d in 0..<4 { elements.append(Float((c * 4 + d * 3) % 7 - 3) / 8) }
        }
        return LinearClassifier(
            W: Matrix(rows: 3, columns: 4, elements: elements), b: [0.25, -0.5, 0.125])
    }

    @Test(arguments: numbers)
    func `loss and gradient are what numpy computed`(expected: NumPyNumbers) {
        let (evaluation, gradient) = expected.objective.gradient(of: classifier, on: examples)
        let total = expected.dataLoss + expected.regularization
        #expect(abs(evaluation.total - total) <= 1e-5 * total)
        let size = (expected.dW + expected.db).reduce(0) { max($0, abs($1)) }
        #expect(gradient.dW.elements.count == expected.dW.count)
        for (ours, theirs) in zip(gradient.dW.elements + gradient.db, expected.dW + expected.db) {
            #expect(abs(Double(ours) - theirs) <= 1e-5 * max(abs(theirs), 1e-2 * size))
        }
    }

    static let numbers = [
        NumPyNumbers(
            loss: .svm, penalty: .none, dataLoss: 3.125, regularization: 0,
            dW: [
                -0.833333333, 1.83333333, 0.833333333, -0.166666667, -0.166666667, -1.83333333,
                -1.66666667, 2.16666667, 1, 0, 0.833333333, -2,
            ],
            db: [0.166666667, -0.333333333, 0.166666667]),
        NumPyNumbers(
            loss: .svm, penalty: .l2, dataLoss: 3.125, regularization: 0.008125,
            dW: [
                -0.840833333, 1.83333333, 0.840833333, -0.169166667, -0.164166667, -1.84083333,
                -1.66666667, 2.17416667, 0.995, 0.0025, 0.825833333, -2,
            ],
            db: [0.166666667, -0.333333333, 0.166666667]),
        NumPyNumbers(
            loss: .svm, penalty: .l1, dataLoss: 3.125, regularization: 0.025,
            dW: [
                -0.843333333, 1.83333333, 0.843333333, -0.176666667, -0.156666667, -1.84333333,
                -1.66666667, 2.17666667, 0.99, 0.01, 0.823333333, -2,
            ],
            db: [0.166666667, -0.333333333, 0.166666667]),
        NumPyNumbers(
            loss: .svm, penalty: .elastic, dataLoss: 3.125, regularization: 0.0274375,
            dW: [
                -0.845583333, 1.83333333, 0.845583333, -0.177416667, -0.155916667, -1.84558333,
                -1.66666667, 2.17891667, 0.9885, 0.01075, 0.821083333, -2,
            ],
            db: [0.166666667, -0.333333333, 0.166666667]),
        NumPyNumbers(
            loss: .squared, penalty: .none, dataLoss: 11.46875, regularization: 0,
            dW: [
                -10.5833333, 5.29166667, 13.375, -1.91666667, 6.20833333, -4.75, -14.7916667,
                10.4583333, 4.375, -0.541666667, 1.41666667, -8.54166667,
            ],
            db: [2.45833333, -3.79166667, 1.33333333]),
        NumPyNumbers(
            loss: .squared, penalty: .l2, dataLoss: 11.46875, regularization: 0.008125,
            dW: [
                -10.5908333, 5.29166667, 13.3825, -1.91916667, 6.21083333, -4.7575, -14.7916667,
                10.4658333, 4.37, -0.539166667, 1.40916667, -8.54166667,
            ],
            db: [2.45833333, -3.79166667, 1.33333333]),
        NumPyNumbers(
            loss: .squared, penalty: .l1, dataLoss: 11.46875, regularization: 0.025,
            dW: [
                -10.5933333, 5.29166667, 13.385, -1.92666667, 6.21833333, -4.76, -14.7916667,
                10.4683333, 4.365, -0.531666667, 1.40666667, -8.54166667,
            ],
            db: [2.45833333, -3.79166667, 1.33333333]),
        NumPyNumbers(
            loss: .squared, penalty: .elastic, dataLoss: 11.46875, regularization: 0.0274375,
            dW: [
                -10.5955833, 5.29166667, 13.38725, -1.92741667, 6.21908333, -4.76225, -14.7916667,
                10.4705833, 4.3635, -0.530916667, 1.40441667, -8.54166667,
            ],
            db: [2.45833333, -3.79166667, 1.33333333]),
        NumPyNumbers(
            loss: .softmax, penalty: .none, dataLoss: 1.993323393, regularization: 0,
            dW: [
                -1.12248978, 0.967302537, 1.12689143, 0.144453412, -0.065229135, -0.820256637,
                -1.01685945, 1.06509307, 1.18771891, -0.1470459, -0.110031986, -1.20954648,
            ],
            db: [0.127443706, -0.15945107, 0.0320073637]),
        NumPyNumbers(
            loss: .softmax, penalty: .l2, dataLoss: 1.993323393, regularization: 0.008125,
            dW: [
                -1.12998978, 0.967302537, 1.13439143, 0.141953412, -0.062729135, -0.827756637,
                -1.01685945, 1.07259307, 1.18271891, -0.1445459, -0.117531986, -1.20954648,
            ],
            db: [0.127443706, -0.15945107, 0.0320073637]),
        NumPyNumbers(
            loss: .softmax, penalty: .l1, dataLoss: 1.993323393, regularization: 0.025,
            dW: [
                -1.13248978, 0.967302537, 1.13689143, 0.134453412, -0.055229135, -0.830256637,
                -1.01685945, 1.07509307, 1.17771891, -0.1370459, -0.120031986, -1.20954648,
            ],
            db: [0.127443706, -0.15945107, 0.0320073637]),
        NumPyNumbers(
            loss: .softmax, penalty: .elastic, dataLoss: 1.993323393, regularization: 0.0274375,
            dW: [
                -1.13473978, 0.967302537, 1.13914143, 0.133703412, -0.054479135, -0.832506637,
                -1.01685945, 1.07734307, 1.17621891, -0.1362959, -0.122281986, -1.20954648,
            ],
            db: [0.127443706, -0.15945107, 0.0320073637]),
    ]
}
