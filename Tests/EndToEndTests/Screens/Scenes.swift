/// Each thing that the line does for its user, in the order of the table in `Sources/CHANGELOG.md`.
enum Scenes {
    static let all = [
        Scene(
            "colours while typing, and a word that there is not",
            ("for lr in [0.1, 1] { sgd lr=$lr } # try", "# try"),
            ("\u{15}sgdd lr=1 ", "no command 'sgdd'")),
        Scene(
            "a light background that the terminal tells of",
            ("sgd lr=1 # x\u{1B}]11;rgb:ffff/ffff/ffff\u{7} ", "sgd lr=1 # x")),
        Scene("the pair of brackets", ("print (1 + (2 * 3)", "(2 * 3)")),
        Scene(
            "a bracket that closes nothing, and where an open one stands",
            ("print (1 + 2)) ", "2))"),
            ("\u{15}for i in 1..3 {\r", "1..3 {\n"), ("if $i > 1 {\r", "{ of line 2 is not closed")),
        Scene(
            "Ctrl-] goes to the partner, past what is quoted",
            ("for i in 1..3 { print \"}\" }\u{1D}", "print \"}\" }")),
        Scene("errors before Enter", ("sgd btach=64 ", "did you mean 'batch'?")),
        Scene(
            "Up, filtered by what is typed",
            ("load iris\r", "[2] lc>"), ("seed 3\r", "[3] lc>"), ("lo\u{1B}[A", "[3] lc> load iris")
        ),
        Scene(
            "Up, where nothing begins so", ("seed 3\r", "[2] lc>"), ("ed\u{1B}[A", "[2] lc> seed 3")
        ),
        Scene(
            "Ctrl-O repeats what was entered one after another",
            ("seed 3\r", "[2] lc>"), ("load iris\r", "[3] lc>"),
            ("\u{1B}[A\u{1B}[A\u{F}", "[4] lc> load iris")),
        Scene(
            "Ctrl-R lists, with time and folder",
            ("print \"손실\"\r", "[2] lc>"), ("seed 3\r", "[3] lc>"), ("\u{12}ㅅㅅ", "› print \"손실\"")),
        Scene(
            "Ctrl-R says the cell of what this session has entered",
            ("seed 3\r", "[2] lc>"), ("seed 4\r", "[3] lc>"), ("\u{12}seed", "› seed 4  [2]")),
        Scene("undo", ("sgd lr=0.1 epochs=3\u{1F}\u{1F}", "[1] lc> sgd")),
        Scene("completion as a list", ("sgd \t\t\u{1B}[B", "› ")),
        Scene("completion with one typo", ("sgd mometnum\t", "sgd momentum=")),
        Scene(
            "completion inside a word",
            ("plot weghts\u{1B}[D\u{1B}[D\u{1B}[D\u{1B}[D\t", "plot weights")),
        Scene("data files of the form's kind come first", ("load csv ~/d\t\t", "› "))
            .with(files: ["data.csv": "a,b\n1,2\n", "dark.txt": "", "d b.csv": "a\n1\n"]),
        Scene("what the option at the cursor means", ("sgd momentum=", "momentum: ")),
        Scene(
            "and the value that it had last time",
            ("load iris\r", "[2] lc>"), ("sgd momentum=0.5 epochs=1\r", "[3] lc>"),
            ("sgd momentum=", "last time 0.5")),
        Scene(
            "help for a term of the lecture", ("help 학습률\r", "sgd"),
            ("help momentum\r", "momentum=")),
        Scene("?sgd and sgd?", ("?seed\r", "seed: "), ("seed?\r", "[3] lc>")),
        Scene("F1 on a word", ("seed 3\u{1B}OP", "seed: ")),
        Scene(
            "the words of notebooks", ("sgd num_iters=100\r", "did you mean"),
            ("reg=1e-3\r", "reg l2 1e-3")),
        Scene(
            "files and the shell", ("cd /tmp\r", "/tmp"),
            ("!echo from the shell\r", "\nfrom the shell"),
            ("pwd\r", "/tmp")),
        Scene(
            "ls says what load takes, and Tab knows the shell's programs",
            ("cd ~/data\r", "~/data"), ("ls\r", "load csv"), ("!mkfif\t", "!mkfifo")
        )
        .with(files: [
            "data/t.csv": "a,b,class\n1,2,x\n2,1,y\n3,2,x\n", "data/first.lc": "load iris\n",
        ]),
        Scene(
            "a command that stops, and goes on",
            ("!kill -STOP $$; echo on\r", "has stopped"), ("fg\r", "\non")),
        Scene(
            "what the external editor leaves is checked",
            ("x = 1\u{18}\u{5}", "line 2: there is no command")
        )
        .with(
            files: ["editor": "#!/bin/sh\nprintf 'x = 1\\nlaod iris\\nsgd\\n' > \"$1\"\n"],
            environment: ["EDITOR=sh ~/editor"]),
        Scene(
            "the external editor", ("x = 1\u{18}\u{5}", "x = 1\n        y = 2")
        )
        .with(
            files: ["editor": "#!/bin/sh\nprintf 'x = 1\\ny = 2\\n' > \"$1\"\n"],
            environment: ["EDITOR=sh ~/editor"]),
        Scene("the start-up file, with a mistake", ("print $mine\r", "\n42\n"))
            .with(files: [".config/lc/init.lc": "mine = 42\nlaod iris\n"]),
        Scene(
            "history tells when and where", ("seed 3\r", "[2] lc>"), ("history\r", "[3] lc>")),
        Scene(
            "the pager searches", ("help\r", "more line"), ("/lbfgs", "/lbfgs"),
            ("\r", "n next")),
        Scene(
            "the pager shows only some lines, and its keys",
            ("help\r", "more line"), ("&gradient\r", "the end, 100 %"), ("H", "any key goes back")),
        Scene(
            "a table's header stays",
            ("load iris; for i in 1..40 { sgd epochs=1 batch=$i }\r", "[2] lc>"),
            ("\u{C}runs\r", "more line"), (" ", "  23")),
        Scene(
            "long work, in the line and in the window's title",
            ("load digits; gd steps=100000000\r", "0;lc 0 %"), ("\u{3}", "stopped by Ctrl-C")),
        Scene("a terminal that can only print", ("print (6 * 7)\r", "\n42")).with(term: "dumb"),
        Scene("for screen readers", ("print (6 * 7)\r", "\n42")).with(arguments: ["--plain"]),
        Scene("vi's mode in the prompt", ("print 1\u{1B}", "[1] lc: print 1"))
            .with(files: [".editrc": "bind -v\n"]),
        Scene(
            "vi's commands on a block's lines",
            ("\u{1B}[200~repeat 2 {\n  print 1\n  print 2\n  print 3\n}\u{1B}[201~", "print 3"),
            ("\u{1B}", "[1] lc: repeat"), ("kk2dd", "repeat 2 {\n          print 1\n        }"),
            ("u", "print 3")
        )
        .with(files: [".editrc": "bind -v\n"]),
        Scene(
            "vi's objects: the value of an argument, what is in brackets",
            ("sgd lr=0.1 batch=64\u{1B}", "lc: sgd"), ("0wcia1e-3\u{1B}", "sgd lr=1e-3 batch=64"),
            ("ccx = sqrt(4 + (2 * 3))\u{1B}", "3))"), ("di(", "sqrt()")
        )
        .with(files: [".editrc": "bind -v\n"]),
        Scene(
            "characters of several scalars",
            ("print \"👨‍👩‍👧 🇰🇷 각\"\u{1B}[D\u{7F}", "print \"👨‍👩‍👧 🇰🇷 \"")),
    ]
}
