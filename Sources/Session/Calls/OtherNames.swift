import Syntax

/// What other programs and the lecture's notebooks call things that lc has.
enum OtherNames {
    static let commands = [
        "exit": "quit", "bye": "quit", "logout": "quit", "q": "quit", ":q": "quit", ":q!": "quit",
        ":wq": "quit", "?": "help", ":help": "help", ":h": "help", "man": "help",
        "train": "sgd", "fit": "sgd", "learn": "sgd", "minimize": "lbfgs", "evaluate": "eval",
        "score": "eval", "accuracy": "eval", "normalize": "preprocess", "standardize": "preprocess",
        "regularization": "reg", "lambda": "reg", "classify": "predict", "clear": "reset",
    ]

    /// What only a typed line of a session can ask for.
    static let lineWords: Set<String> = ["cd", "pwd", "ls", "fg", "colours"]

    /// The statements that set what a notebook sets by an argument or a variable.
    static let statements = [
        "reg": "reg l2 1e-3", "lambda": "reg l2 1e-3", "reg_strength": "reg l2 1e-3",
        "regularization": "reg l2 1e-3", "weight_decay": "reg l2 1e-3", "loss": "loss svm",
        "delta": "loss svm margin=1",
    ]

    private static let options = [
        "learning_rate": ["lr"], "learningrate": ["lr"], "eta": ["lr"], "eta0": ["lr"],
        "alpha": ["lr"], "step_size": ["lr"], "stepsize": ["lr"], "rate": ["lr"],
        "num_iters": ["steps", "iterations", "tries", "n", "epochs"],
        "num_iterations": ["steps", "iterations", "epochs"],
        "n_iter": ["epochs", "iterations", "steps"], "max_iter": ["iterations", "epochs", "steps"],
        "iters": ["steps", "iterations", "epochs"], "iterations": ["steps", "epochs"],
        "num_epochs": ["epochs"], "n_epochs": ["epochs"], "epoch": ["epochs"],
        "batch_size": ["batch"], "batchsize": ["batch"], "minibatch": ["batch"], "bs": ["batch"],
        "lr_decay": ["decay"], "learning_rate_decay": ["decay"], "mu": ["momentum"],
        "method": ["optimizer"], "update": ["optimizer"], "solver": ["optimizer"],
        "tol": ["tolerance"], "delta": ["margin"], "num_samples": ["n"], "random_state": ["seed"],
        "regularization": ["reg", "lambda"], "reg_strength": ["reg", "lambda"],
        "strength": ["lambda", "reg"], "C": ["lambda", "reg"], "reg": ["lambda"],
        "lambda": ["reg"], "weight_decay": ["reg", "lambda"],
    ]

    /// What is meant by an option that a form does not have; nil where nothing is known.
    static func hint(for option: String, among names: [String]) -> String? {
        let key = options[option] == nil ? option.lowercased() : option
        if let name = options[key]?.first(where: names.contains) {
            return "did you mean '\(name)'?"
        }
        return statements[key].map { "write \($0)" }
    }
}

/// Messages about unknown names, for the checker and for the interpreter.
extension Failure {
    static func unknownVariable(_ name: String, among names: [String]) -> Failure {
        Failure(
            "there is no variable '\(name)'",
            hint: Spelling.nearest(name, in: names).map { "did you mean '\($0)'?" }
                ?? "give it a value with \(name) = …, or put quotes around a word")
    }

    static func unknownFunction(_ name: String, definitions: [String]) -> Failure {
        let functions = Functions.all.map(\.name)
        return Failure(
            "there is no function '\(name)'",
            hint: Spelling.nearest(name, in: functions + definitions).map {
                "did you mean '\($0)'?"
            }
                ?? "there are \(functions.joined(separator: ", "))")
    }

    /// A statement begins with a word that is no command.
    static func unknownCommand(
        _ name: String, definitions: some Sequence<String>, variables: some Sequence<String>
    ) -> Failure {
        if variables.contains(where: { $0 == name }) {
            return Failure(
                "\(name) is a variable and takes no arguments",
                hint: "write \(name) alone to see it, or $\(name) in a command")
        }
        let known = Commands.listed.map { $0.name } + definitions + variables
        if OtherNames.lineWords.contains(name) {
            return Failure(
                "there is no command '\(name)'",
                hint: "\(name) is for a line of its own that is typed in a session")
        }
        let nearest = OtherNames.commands[name] ?? Spelling.nearest(name, in: known)
        return Failure(
            "there is no command '\(name)'",
            hint: nearest.map { "did you mean '\($0)'?" } ?? "'help' lists the commands")
    }
}
