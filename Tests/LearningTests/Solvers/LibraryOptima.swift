/// What liblinear's duals and scikit-learn come to; scripts/library-optima writes this file.
enum LibraryOptima {
    struct Case: Sendable {
        let library, loss: String
        let classes: Int
        let strength: Double
        let bias: Bool
        let value: Double
    }

    static let all: [Case] = [
        Case(
            library: "liblinear", loss: "squared", classes: 2, strength: 0.1,
            bias: true, value: 0.837776400),
        Case(
            library: "liblinear", loss: "svm", classes: 2, strength: 0.1,
            bias: true, value: 0.747066000),
        Case(
            library: "liblinear", loss: "softmax", classes: 2, strength: 0.1,
            bias: true, value: 0.646624600),
        Case(
            library: "liblinear, Crammer and Singer", loss: "svm", classes: 2, strength: 0.1,
            bias: true, value: 0.747066000),
        Case(
            library: "scikit-learn", loss: "softmax", classes: 3, strength: 0.1,
            bias: false, value: 1.032692997),
        Case(
            library: "liblinear", loss: "squared", classes: 2, strength: 0.01,
            bias: true, value: 0.808844240),
        Case(
            library: "liblinear", loss: "svm", classes: 2, strength: 0.01,
            bias: true, value: 0.676301780),
        Case(
            library: "liblinear", loss: "softmax", classes: 2, strength: 0.01,
            bias: true, value: 0.603710780),
        Case(
            library: "liblinear, Crammer and Singer", loss: "svm", classes: 2, strength: 0.01,
            bias: true, value: 0.676301780),
        Case(
            library: "scikit-learn", loss: "softmax", classes: 3, strength: 0.01,
            bias: false, value: 0.950219503),
        Case(
            library: "liblinear", loss: "svm", classes: 2, strength: 0.001,
            bias: true, value: 0.652630181),
        Case(
            library: "liblinear", loss: "softmax", classes: 2, strength: 0.001,
            bias: true, value: 0.585156196),
        Case(
            library: "liblinear, Crammer and Singer", loss: "svm", classes: 2, strength: 0.001,
            bias: true, value: 0.652630182),
        Case(
            library: "scikit-learn", loss: "softmax", classes: 3, strength: 0.001,
            bias: false, value: 0.914877577),
    ]
}
