/// Optima that scipy found in double precision; scripts/optima writes this file.
enum IndependentOptima {
    struct Case: Sendable {
        let loss, penalty: String
        let strength: Double
        let bias: Bool
        let value: Double
    }

    static let all: [Case] = [
        Case(
            loss: "svm", penalty: "l2", strength: 0.1, bias: false,
            value: 1.4658538200),
        Case(
            loss: "svm", penalty: "l2", strength: 0.1, bias: true,
            value: 1.4792629938),
        Case(
            loss: "svm", penalty: "l2", strength: 0.01, bias: false,
            value: 1.2632140935),
        Case(
            loss: "svm", penalty: "l2", strength: 0.01, bias: true,
            value: 1.2638790890),
        Case(
            loss: "svm", penalty: "l2", strength: 0.001, bias: false,
            value: 1.2288214085),
        Case(
            loss: "svm", penalty: "l2", strength: 0.001, bias: true,
            value: 1.2288879089),
        Case(
            loss: "svm", penalty: "l1", strength: 0.1, bias: false,
            value: 1.6486778846),
        Case(
            loss: "svm", penalty: "l1", strength: 0.1, bias: true,
            value: 1.6592548077),
        Case(
            loss: "svm", penalty: "l1", strength: 0.01, bias: false,
            value: 1.2803846154),
        Case(
            loss: "svm", penalty: "l1", strength: 0.01, bias: true,
            value: 1.2834615385),
        Case(
            loss: "svm", penalty: "l1", strength: 0.001, bias: false,
            value: 1.2305384615),
        Case(
            loss: "svm", penalty: "l1", strength: 0.001, bias: true,
            value: 1.2308461538),
        Case(
            loss: "svm", penalty: "elastic", strength: 0.1, bias: false,
            value: 1.7141696499),
        Case(
            loss: "svm", penalty: "elastic", strength: 0.1, bias: true,
            value: 1.7439191255),
        Case(
            loss: "svm", penalty: "elastic", strength: 0.01, bias: false,
            value: 1.3014758092),
        Case(
            loss: "svm", penalty: "elastic", strength: 0.01, bias: true,
            value: 1.3052147239),
        Case(
            loss: "svm", penalty: "elastic", strength: 0.001, bias: false,
            value: 1.2326475808),
        Case(
            loss: "svm", penalty: "elastic", strength: 0.001, bias: true,
            value: 1.2330214724),
        Case(
            loss: "squared", penalty: "l2", strength: 0.1, bias: false,
            value: 1.5486041708),
        Case(
            loss: "squared", penalty: "l2", strength: 0.1, bias: true,
            value: 1.5506249853),
        Case(
            loss: "squared", penalty: "l2", strength: 0.01, bias: false,
            value: 1.4729168245),
        Case(
            loss: "squared", penalty: "l2", strength: 0.01, bias: true,
            value: 1.4731378692),
        Case(
            loss: "squared", penalty: "l2", strength: 0.001, bias: false,
            value: 1.4621683778),
        Case(
            loss: "squared", penalty: "l2", strength: 0.001, bias: true,
            value: 1.4621905113),
        Case(
            loss: "squared", penalty: "l1", strength: 0.1, bias: false,
            value: 1.6881959022),
        Case(
            loss: "squared", penalty: "l1", strength: 0.1, bias: true,
            value: 1.7042593351),
        Case(
            loss: "squared", penalty: "l1", strength: 0.01, bias: false,
            value: 1.4907885153),
        Case(
            loss: "squared", penalty: "l1", strength: 0.01, bias: true,
            value: 1.4927275203),
        Case(
            loss: "squared", penalty: "l1", strength: 0.001, bias: false,
            value: 1.4639902966),
        Case(
            loss: "squared", penalty: "l1", strength: 0.001, bias: true,
            value: 1.4641873763),
        Case(
            loss: "squared", penalty: "elastic", strength: 0.1, bias: false,
            value: 1.7148638026),
        Case(
            loss: "squared", penalty: "elastic", strength: 0.1, bias: true,
            value: 1.7311123006),
        Case(
            loss: "squared", penalty: "elastic", strength: 0.01, bias: false,
            value: 1.4970788288),
        Case(
            loss: "squared", penalty: "elastic", strength: 0.01, bias: true,
            value: 1.4991465276),
        Case(
            loss: "squared", penalty: "elastic", strength: 0.001, bias: false,
            value: 1.4647098315),
        Case(
            loss: "squared", penalty: "elastic", strength: 0.001, bias: true,
            value: 1.4649205266),
        Case(
            loss: "softmax", penalty: "l2", strength: 0.1, bias: false,
            value: 1.0326929971),
        Case(
            loss: "softmax", penalty: "l2", strength: 0.1, bias: true,
            value: 1.0361053484),
        Case(
            loss: "softmax", penalty: "l2", strength: 0.01, bias: false,
            value: 0.9502195024),
        Case(
            loss: "softmax", penalty: "l2", strength: 0.01, bias: true,
            value: 0.9510235508),
        Case(
            loss: "softmax", penalty: "l2", strength: 0.001, bias: false,
            value: 0.9148775759),
        Case(
            loss: "softmax", penalty: "l2", strength: 0.001, bias: true,
            value: 0.9149893145),
        Case(
            loss: "softmax", penalty: "l1", strength: 0.1, bias: false,
            value: 1.0895114392),
        Case(
            loss: "softmax", penalty: "l1", strength: 0.1, bias: true,
            value: 1.0977412747),
        Case(
            loss: "softmax", penalty: "l1", strength: 0.01, bias: false,
            value: 0.9666437821),
        Case(
            loss: "softmax", penalty: "l1", strength: 0.01, bias: true,
            value: 0.9703570890),
        Case(
            loss: "softmax", penalty: "l1", strength: 0.001, bias: false,
            value: 0.9155356766),
        Case(
            loss: "softmax", penalty: "l1", strength: 0.001, bias: true,
            value: 0.9159723380),
        Case(
            loss: "softmax", penalty: "elastic", strength: 0.1, bias: false,
            value: 1.0899315571),
        Case(
            loss: "softmax", penalty: "elastic", strength: 0.1, bias: true,
            value: 1.0982005984),
        Case(
            loss: "softmax", penalty: "elastic", strength: 0.01, bias: false,
            value: 0.9827733245),
        Case(
            loss: "softmax", penalty: "elastic", strength: 0.01, bias: true,
            value: 0.9865553961),
        Case(
            loss: "softmax", penalty: "elastic", strength: 0.001, bias: false,
            value: 0.9189710114),
        Case(
            loss: "softmax", penalty: "elastic", strength: 0.001, bias: true,
            value: 0.9194711007),
    ]
}
