/// A step of the walk through the lecture: a few sentences, statements that show their meaning, and
/// a statement to try.
struct TourStep {
    let title: String
    let text: String
    let statements: [String]
    /// What to try before going on.
    let trial: String
    /// What the session must have before; `setup` makes what is missing.
    var need = Need.data

    enum Need { case nothing, data, run }

    /// The statements that make what a session lacks.
    func setup(in state: SessionState) -> [String] {
        let data = need != .nothing && state.data == nil
        let run = need == .run && state.runs.isEmpty
        return (data ? ["load digits", "preprocess center"] : []) + (run ? ["sgd batch=64"] : [])
    }

    static let all = [
        TourStep(
            title: "The loss of one example",
            text: """
                A linear classifier gives each class a score, s = Wx + b. The highest should
                be the correct one's, and lead by a margin of 1. The SVM loss adds up what is
                missing: Lᵢ = Σ max(0, sⱼ − s_y + 1) over the wrong classes j. Here a cat has
                scored 3.2, but the car 5.1 and the frog −1.7.
                """,
            statements: ["explain scores=[3.2, 5.1, -1.7] label=0"],
            trial: "explain scores=[1.3, 4.9, 2.0] label=1", need: .nothing),
        TourStep(
            title: "Data",
            text: """
                Examples x with their labels y, in three parts: train to choose W, val to
                choose everything else, test to be looked at once, at the end. The tour takes
                the data that are loaded; where there are none, 8×8 pictures of digits.
                """,
            statements: ["data", "show 5"], trial: "load cifar10 FOLDER"),
        TourStep(
            title: "A sanity check",
            text: """
                With W ≈ 0 all scores are alike, so that each of the C − 1 wrong classes adds
                the margin, 1. A loss of C − 1 before any training says the code is right.
                """,
            statements: ["init", "loss svm"], trial: "loss svm margin=10"),
        TourStep(
            title: "Regularization",
            text: """
                If W has loss 0, so has 2W: the data do not say which one to take. A penalty
                does, L = 1/N Σ Lᵢ + λ R(W). L2 prefers many small weights, L1 a few large
                ones; λ weighs it against the data.
                """,
            statements: ["loss svm", "reg l2 1e-3", "loss"], trial: "reg l1 1e-3; loss"),
        TourStep(
            title: "A first very bad idea: random search",
            text: """
                Try many W at random and keep the best. It does better than guessing, and
                not much better: most directions lead nowhere.
                """,
            statements: ["search random 300", "eval val"], trial: "search local 300 step=1e-2"),
        TourStep(
            title: "The gradient",
            text: """
                The slope of the loss in every weight says which way is down. By differences,
                (L(w + h) − L(w − h)) / 2h, it is slow and easy; by the formula it is fast and
                easy to get wrong. So the formula is used, and the differences check it.
                """,
            statements: ["gradcheck 50"], trial: "gradient numeric"),
        TourStep(
            title: "The step size",
            text: """
                W ← W − step · ∇L. A short step is safe and slow, a long one overshoots: the
                loss after one step, for steps of every length. The low place is narrow, and
                just right of it the loss explodes.
                """,
            statements: ["init", "plot stepsize"], trial: "gd lr=10 steps=20"),
        TourStep(
            title: "Minibatch gradient descent",
            text: """
                A few dozen examples give nearly the gradient of all, at a fraction of the
                work: many rough steps beat a few exact ones. The loss is noisy and falls.
                """,
            statements: ["init", "sgd batch=64", "eval val", "plot"],
            trial: "init; sgd batch=8; compare"),
        TourStep(
            title: "Softmax",
            text: """
                Scores taken as logarithms of probabilities: Lᵢ = −log(e^{s_y} / Σ e^{sⱼ}). It
                begins at log C, and unlike the SVM it is never satisfied: a correct example
                still pulls, ever more weakly.
                """,
            statements: ["init", "loss softmax", "sgd batch=64", "eval val"],
            trial: "explain 0"),
        TourStep(
            title: "What was learned",
            text: """
                Each row of W is a template of its class: a picture of what raises the score.
                The best run on val is the one to look at on test, once.
                """,
            statements: ["runs", "restore", "eval test", "plot weights"],
            trial: "save tour.html", need: .run),
    ]
}
