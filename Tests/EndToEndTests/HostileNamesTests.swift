import TestSupport
import Testing

/// Names that would act on a terminal, in every message that repeats them.
@Suite(.timeLimit(.minutes(3))) struct HostileNamesTests {
    /// A window's title, colours, C1's beginning of a sequence, a turn of direction, a line of its own.
    private static let evil = "e\u{1B}]0;t\u{7}\u{1B}[31m\u{9B}2J\u{202E}\u{2066}\u{61C}v\nforged"

    private struct Case: CustomTestStringConvertible {
        let testDescription: String
        let arguments: [String]
        var files: [String: String] = [:]
        var input = ""
        var environment: [String: String] = [:]
    }

    private static let messages: [Case] = [
        Case(testDescription: "a missing script", arguments: [evil + ".lc"]),
        Case(
            testDescription: "a script's error", arguments: ["./\(evil).lc"],
            files: ["\(evil).lc": "sgd btach=1"]),
        Case(
            testDescription: "a script's syntax", arguments: ["./\(evil).lc"],
            files: ["\(evil).lc": "print (\u{1B}[31m"]),
        Case(
            testDescription: "--check", arguments: ["--check", "./\(evil).lc"],
            files: ["\(evil).lc": "loss svn"]),
        Case(
            testDescription: "--json",
            arguments: ["--json", "-c", "print \"\(evil)\"; x = \"\(evil)\"; nosuch \(evil)"]),
        Case(
            testDescription: "args", arguments: ["./a.lc", evil],
            files: ["a.lc": "print $args; load csv $args[1]"]),
        Case(testDescription: "--cpu", arguments: ["--cpu", evil]),
        Case(testDescription: "--cpu=", arguments: ["--cpu=\(evil)"]),
        Case(testDescription: "--threads", arguments: ["--threads", evil]),
        Case(testDescription: "--seed", arguments: ["--seed", evil]),
        Case(testDescription: "an unknown option", arguments: ["--\(evil)"]),
        Case(
            testDescription: "a shell for completion",
            arguments: ["--generate-completion-script", evil]),
        Case(
            testDescription: "pasted text", arguments: ["--paste", "./\(evil).txt"],
            files: ["\(evil).txt": ">>> load iris\n  \(evil)"]),
        Case(testDescription: "standard input", arguments: ["-"], input: "print \"\(evil)\""),
        Case(
            testDescription: "an environment variable",
            arguments: ["-c", "load csv ~/none.csv; print x"], environment: ["HOME": evil]),
        Case(testDescription: "test, missing", arguments: ["test", evil]),
        Case(
            testDescription: "test, no output", arguments: ["test", "./\(evil).md"],
            files: ["\(evil).md": "```lc\nload iris\n```\n"]),
        Case(
            testDescription: "test, other output", arguments: ["test", "./\(evil).md"],
            files: ["\(evil).md": "```lc\nprint \"\(evil)\"\n```\n```output\n\(evil)\n```\n"]),
        Case(
            testDescription: "test, a setting", arguments: ["test", "./\(evil).md"],
            files: ["\(evil).md": "<!-- lc: tolerance=\(evil) -->\n```lc\nprint 1\n```\n"]),
        Case(
            testDescription: "test, an error", arguments: ["test", "./\(evil).lc"],
            files: ["\(evil).lc": "nosuch\n#> x\n"]),
        Case(
            testDescription: "test --update", arguments: ["test", "--update", "./\(evil).lc"],
            files: ["\(evil).lc": "print 1\n#> 2\n"]),
        Case(
            testDescription: "weave's ending", arguments: ["weave", "./a.md", "-o", evil],
            files: ["a.md": ""]),
        Case(
            testDescription: "weave", arguments: ["weave", "./\(evil).md", "-o", "\(evil).html"],
            files: ["\(evil).md": "# \(evil)\n"]),
        Case(
            testDescription: "weave to no folder",
            arguments: ["weave", "./a.md", "-o", "none/\(evil).html"], files: ["a.md": ""]),
        Case(
            testDescription: "verify, no numbers", arguments: ["verify", "./\(evil).lc"],
            files: ["\(evil).lc": "load iris\n"]),
        Case(
            testDescription: "verify, other numbers", arguments: ["verify", "./\(evil).lc"],
            files: ["\(evil).lc": "load iris\n#= \u{1B}[31mnumber=\u{9B}3\u{202E}\n"]),
        Case(
            testDescription: "notes", arguments: ["./\(evil).md"],
            files: [
                "\(evil).md": "```lc\nprint 1 \u{201C}\(evil)\u{201D}\nload csv none.csv\n```\n"
            ]),
        Case(
            testDescription: "columns and classes",
            arguments: [
                "-c",
                "load csv a.csv; data; show 2; sgd epochs=1; confusion; plot weights; plot histogram",
            ], files: ["a.csv": HostileNamesTests.table]),
        Case(
            testDescription: "files that are written",
            arguments: [
                "-c",
                "load iris; save \"\(evil).lc\"; plot histogram save=\"\(evil).svg\"; save weights \"none/\(evil).npz\"",
            ]),
        Case(testDescription: "files that are run", arguments: ["-c", "run \"\(evil).lc\""]),
        Case(
            testDescription: "sessions that are opened",
            arguments: ["-c", "open session \"\(evil).lc\""]),
    ]

    private static let table: String = {
        let name = evil.replacing("\n", with: " ")
        return "\(name)1,\(name)2,label\n"
            + (0..<60).map { "\($0),\($0 * $0 % 7),\(name)\($0 % 2)\n" }.joined()
    }()

    @Test(arguments: messages)
    private func `no message path lets a hostile name act on a terminal`(message: Case) {
        let result = BuiltProgram.run(
            message.arguments, input: message.input, environment: message.environment,
            files: message.files)
        let shown = result.output + result.errors
        #expect(!shown.isEmpty)
        #expect(Self.acting(shown).isEmpty, "\(shown)")
        #expect(!shown.split(separator: "\n").contains { $0.hasPrefix("forged") }, "\(shown)")
    }

    @Test(arguments: messages)
    private func `on a terminal nothing but the program's own styles gets through`(message: Case)
        throws
    {
        let folder = TemporaryFolder()
        folder.write("in", message.input)
        for (name, text) in message.files { folder.write(name, text) }
        let words = message.arguments.map { "'" + $0.replacing("'", with: "'\\''") + "'" }
        let terminal = try #require(
            PseudoTerminal(
                "/bin/sh",
                [
                    "-c",
                    "cd '\(folder.path)' && exec '\(BuiltProgram.path)' \(words.joined(separator: " ")) <in",
                ],
                environment: [
                    "TERM=xterm-256color", "HOME=/", "LANG=C.UTF-8", "PATH=/usr/bin:/bin",
                ]))
        _ = terminal.status()
        // Colours and dim text, the progress line's erasure, the beginning of a line.
        let own = try Regex("\u{1B}\\[[0-9;]*m|\u{1B}\\[K|\r")
        let shown = terminal.raw.replacing("\r\n", with: "\n").replacing(own, with: "")
        #expect(Self.acting(shown).isEmpty, "\(shown)")
        #expect(!terminal.raw.contains("\u{1B}[31m"))
    }

    /// The scalars of a text that act on a terminal.
    private static func acting(_ text: String) -> [Unicode.Scalar] {
        text.unicodeScalars.filter { scalar in
            scalar != "\n" && (scalar.value < 0x20 || (0x7F..<0xA0).contains(scalar.value))
                || [0x61C, 0x200E, 0x200F].contains(scalar.value)
                || (0x202A...0x202E).contains(scalar.value)
                || (0x2066...0x2069).contains(scalar.value)
        }
    }
}
