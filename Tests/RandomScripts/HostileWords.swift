/// Words that programs stumble over, as they stand in a script.
enum HostileWords {
    static let numbers = [
        "1", "0", "2", "-1", "0.5", "1.5", "1e300", "-1e300", "1e-300", "1e19", "-1e19", "1e308",
        "9007199254740993", "9223372036854775807", "4294967296", "2147483648", "65536", "100%",
        "0%",
        "101%", "-5%", "50%", "1k", "64k", "2M", "(1e308 * 10)", "(-1e308 * 10)",
        "(1e308 * 10 - 1e308 * 10)", "(0 - 0)", "1e-5", "0.1", "3", "10", "7", "nan", "inf",
    ]

    static let texts = [
        "a", "\"\"", "\"a b\"", "\"{1 + 1}\"", "\"a\\u{1b}[31mb\"", "\"\\n\"", "\"%s%n\"", "안녕",
        "\"e\u{301}\u{200D}\u{1F469}\u{1F3FD}\"", "\"../../x\"", "\"\\u{202e}abc\"", "a-b_c.d",
        "--",
        "\"" + String(repeating: "long ", count: 400) + "\"", String(repeating: "x", count: 3000),
        "~", "/", ".", "/dev/null", "/no/such/file", "true", "off", "\"0\"", "\"\\{\\}\"", "*",
    ]

    /// Files that a trial has in its home folder, and names for files that it may write.
    static let paths = [
        "~/data.csv", "~/data.libsvm", "~/script.lc", "~/notes.md", "~/weights.npz",
        "~/written.lc", "~/written.md", "~/written.html", "~/written.ipynb", "~/written.json",
        "~/written.npz", "~/written.svg", "~/no/folder/x.lc", "~/empty", "~",
    ]

    /// What is no statement, or one that only looks like one.
    static let lines = [
        "# a comment", "lod iris", "print (", "}", "\"", "x = ", "1 / 0", "[1, 2][5]", "undefined",
        "print $undefined", "for", "if 1 { print 1 }", "1 +", "\u{201C}print 1\u{201D}", "sgd lr",
        "sgd =", "= 3", "print {a: }", "x y z", "break", "continue", "return 3", "$ lc",
        ">>> print 1",
        "\\", "print 1 \\\n2", "_ = 1", "load = 3", "sgd lr=1 lr=2", "def load { }", "out = 2",
    ]
}
