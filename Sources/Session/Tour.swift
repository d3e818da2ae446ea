/// A walk through the lecture in ten steps: a few sentences, and statements that show it.
struct TourStep {
    let title: String
    let text: String
    let statements: [String]

    static let all = [
        TourStep(
            title: "The loss of one example",
            text: """
                A linear classifier scores each class: s = Wx + b. The SVM loss adds up
                by how much other classes come closer to the correct one than 1.
                """,
            statements: ["explain scores=[3.2, 5.1, -1.7] label=0"]),
        TourStep(
            title: "Data",
            text: "Handwritten digits, 8×8 pixels. With CIFAR-10 at hand: load cifar10 FOLDER.",
            statements: ["load digits", "show 5"]),
        TourStep(
            title: "A sanity check",
            text: "With W ≈ 0 all scores are alike, and each of the C − 1 wrong classes costs 1.",
            statements: ["init", "loss svm"]),
        TourStep(
            title: "Regularization",
            text: "Many W fit alike; the penalty λR(W) prefers the small ones.",
            statements: ["reg l2 1e-3", "loss"]),
        TourStep(
            title: "A first very bad idea: random search",
            text: "Try weights at random and keep the best. It beats chance, hardly.",
            statements: ["search random 300", "eval test"]),
        TourStep(
            title: "The gradient",
            text: "Differences are slow and easy, formulas fast and easy to get wrong.",
            statements: ["gradcheck 50"]),
        TourStep(
            title: "The step size",
            text: "Downhill, but how far? Too short takes for ever, too long overshoots.",
            statements: ["plot stepsize"]),
        TourStep(
            title: "Minibatch gradient descent",
            text: "A few examples give nearly the gradient of all, at a fraction of the work.",
            statements: ["init", "sgd batch=64", "eval test", "plot"]),
        TourStep(
            title: "Softmax",
            text: "Scores as logarithms of probabilities. The loss begins at log C.",
            statements: ["loss softmax", "init", "sgd batch=64", "eval test"]),
        TourStep(
            title: "What was learned",
            text: "One template for each class. Your turn: help, sgd lr=…, save notes.html.",
            statements: ["runs", "plot weights"]),
    ]
}
