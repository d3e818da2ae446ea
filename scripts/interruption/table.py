"""The commands that are interrupted, each on data that makes it long: what is run once before, and the
statements. A command that is missing has a reason in SHORT."""

CIFAR = "load cifar10 \"{cifar}\""
TRAINED = [CIFAR, "loss softmax", "sgd epochs=1", "sgd epochs=1 lr=1e-4"]

# Title of the group → (what is run once, the statements).
GROUPS = {
    "cifar10": (
        TRAINED + ["save weights \"w.npz\"", "save model \"m.npz\""],
        [
            CIFAR, "split val=20%", "split val=10% test=10%", "split val=10% stratify", "split dev=500",
            "crossval k=3 {{ sgd epochs=5 }}", "crossval k=3 {{ gd }}", "preprocess center",
            "preprocess standardize", "preprocess none", "data", "show", "show 100", "init",
            "loss svm", "loss softmax", "loss softmax weights=balanced", "reg l2 1e-3", "explain",
            "explain 5", "tune lr=[1e-4, 1e-3] {{ sgd lr=$lr epochs=5 }}", "plot reliability train",
            "search random", "search local", "gd", "sgd epochs=20", "sgd batch=1 epochs=2",
            "sgd optimizer=adam epochs=20", "lbfgs", "solve",
            "solve tolerance=1e-9", "solve path=logspace(-3, 0, 4)", "tune lr=[1e-4, 1e-3]",
            "tune random 5 lr=[1e-4, 1e-3]",
            "gradient analytic", "gradient analytic save=\"g.npz\"", "gradient numeric",
            "gradient numeric all", "gradcheck", "gradcheck 100000", "eval", "eval train", "eval test",
            "confusion", "confusion train", "report train", "loss train", "predict \"rows.npy\"",
            "predict \"rows.npy\" scores save=\"p.csv\"", "runs", "restore 1", "compare 1 2",
            "plot", "plot weights", "plot line", "plot landscape", "plot stepsize", "plot histogram",
            "plot runs", "plot landscape save=\"p.svg\"", "save weights \"w.npz\"",
            "open weights \"w.npz\"", "save model \"m.npz\"", "open model \"m.npz\"", "status",
        ],
    ),
    "one large minibatch": (
        [CIFAR, "loss svm", "reg l2 1e-3"],
        [
            "sgd batch=50000 epochs=50", "search random 20", "search local", "gd steps=1000", "lbfgs",
            "tune lr=[1e-4, 1e-3] reg=[1e-4, 1e-3]", "gradient numeric all", "gradcheck 1000",
            "plot line", "plot landscape", "plot stepsize",
        ],
    ),
    "many examples": (
        ["load blobs n=10000000 d=2 classes=3", "loss softmax"],
        [
            "load blobs n=10000000 d=2 classes=3", "load spiral n=10000000",
            "split val=20%", "preprocess center", "preprocess standardize", "data", "show",
            "init", "explain", "search random 100", "search local", "gd", "sgd", "sgd batch=1",
            "lbfgs", "solve", "tune lr=[1e-4, 1e-3]", "gradient analytic", "gradient numeric",
            "gradient numeric all", "gradcheck", "gradcheck 100 examples=100000", "eval", "confusion",
            "compare", "plot boundary", "plot boundary n=400", "plot line", "plot landscape",
            "plot stepsize", "undo", "redo", "status",
        ],
    ),
    "large synthetic": (
        ["load synthetic n=200000"],
        [
            "load synthetic n=200000", "load synthetic n=100000 d=10000 classes=100", "split val=30%",
            "preprocess center", "sgd", "eval", "data", "search random", "lbfgs", "gradcheck",
            "explain", "undo",
        ],
    ),
    "many weights": (
        [
            "load synthetic n=300 d=1000000 classes=20", "loss softmax", "sgd epochs=1",
            "sgd epochs=1", "save weights \"big.npz\"",
        ],
        [
            "init", "sgd", "gd", "lbfgs", "solve", "search random 100", "search local", "tune lr=[1e-4, 1e-3]",
            "gradient analytic", "gradient analytic save=\"g.npz\"", "gradient numeric examples=1",
            "gradient numeric all", "gradcheck", "eval", "confusion", "compare 1 2", "restore 1",
            "runs", "plot weights", "plot line", "plot landscape", "plot stepsize", "plot histogram",
            "save weights \"big2.npz\"", "open weights \"big.npz\"", "save \"s.lc\"",
            "preprocess center", "preprocess standardize", "split val=20%", "show", "data",
            "explain", "status", "undo", "redo",
        ],
    ),
    "files": (
        [],
        [
            "load csv \"wide.csv\"", "load csv \"long.csv\"", "load csv \"words.csv\"",
            "load csv \"cell.csv\"", "load csv \"long.csv.gz\"", "load libsvm \"long.svm\"",
            "load libsvm \"long.svm.gz\"", "load mnist \"{mnist}\"", "load cifar100 \"cifar100\"",
            "load mnist \"mnist\"", "load npy \"rows.npy\" y=\"labels.npy\"", "load npz \"data.npz\"",
            "load cifar10 \"cifar.tar.gz\"", "load images \"pictures\"",
            "open weights \"members.npz\"", "open session \"long.lc\"",
            "open session \"long.md\"", "run \"long.lc\"", "run \"line.lc\"", "run \"nested.lc\"",
        ],
    ),
    "values": (
        [
            "xs = range(1, 2000000)", "s = \"{{xs}}\"", "d = [xs, xs, xs]",
        ],
        [
            "print $xs", "print $s", "print $d", "d", "xs", "ys = xs + xs", "print (xs == xs)",
            "r = {{a: xs, b: xs}}", "print (sum(xs))", "print (len(s + s))",
            "print (max(xs))", "z = xs", "q = [xs, xs, xs]", "for x in xs {{ y = x }}",
            "repeat 10000000 {{ y = 1 }}", "while true {{ y = 1 }}", "last", "cells", "undo", "redo",
            "rerun 1", "history", "save \"values.md\"", "save \"values.html\"", "save \"values.ipynb\"",
            "save \"values.json\"", "save \"values.lc\"", "reset", "xs = range(1, 5000000)",
            "print (xs)", "seed 3", "tour", "help", "help sgd", "edit 1", "open session \"values.lc\"",
        ],
    ),
}

# Commands that are in no group, and why.
ELSEWHERE = {
    "quit": "it ends the program", "recover": "measured by itself, after a session that was killed",
}
