import TestSupport
import Testing

/// What a typed line can ask for beside statements.
@Suite(.serialized, .timeLimit(.minutes(3))) struct LineWordTests {
    private let sessions = TerminalSession()

    @Test func `the list of line words is the content of its folder`() {
        let names = BuiltProgram.run(
            bash:
                "cd '\(TestTools.root)/Sources/lc/LineWords' && grep -ho 'enum [A-Za-z]*: LineWord' *.swift"
        ).output.split(separator: "\n").map { String($0.dropFirst(5).prefix { $0 != ":" }) }
        let list = TestData.text("../Sources/lc/LineWords/LineWord.swift")
        #expect(names.count > 4)
        for name in names { #expect(list.contains("\(name).self"), "\(name)") }
    }

    @Test(arguments: ["exit", "exit()", "quit()", ":q", "quit"])
    func `what leaves other programs leaves lc`(line: String) throws {
        let terminal = try sessions.start()
        terminal.type(line + "\r")
        #expect(terminal.status() == 0)
        #expect(terminal.isCooked)
    }

    @Test func `folders and the shell are there for typed lines, and not in what is saved`() throws
    {
        sessions.home.makeFolder("inner")
        sessions.home.write("inner/table.csv", "a,b\n1,2\n")
        let terminal = try sessions.startEmpty()
        terminal.type("cd ~/inner\r")
        terminal.contains("  ~/inner\n")
        terminal.type("ls\r")
        terminal.contains("  table.csv")
        terminal.type("!echo $((6 * 7)) there\r")
        terminal.contains("42 there")
        terminal.type("!exit 3\r")
        terminal.contains("ended with status 3")
        terminal.type("cd nowhere\r")
        terminal.contains("cd cannot go to nowhere")
        terminal.type("x = 5\r")
        terminal.contains("[2] lc>")
        terminal.type("save ~/s.lc\r")
        terminal.contains("[3] lc>")
        #expect(sessions.home.read("s.lc").contains("x = 5"))
        for word in ["echo", "cd ", "ls"] { #expect(!sessions.home.read("s.lc").contains(word)) }
    }

    @Test func `a session that has changed folders repeats anywhere`() throws {
        sessions.home.makeFolder("inner")
        sessions.home.write("inner/t.csv", "a,b,class\n1,2,x\n2,1,y\n3,2,x\n0,1,y\n5,5,x\n1,1,y\n")
        let terminal = try sessions.startEmpty()
        terminal.type("cd ~/inner\r")
        terminal.contains("  ~/inner\n")
        for (number, line) in [
            "load csv t.csv", "name = \"t.csv\"", "load csv $name", "save ~/s.lc",
        ].enumerated() {
            terminal.type(line + "\r")
            terminal.contains("[\(number + 2)] lc>")
        }
        let saved = sessions.home.read("s.lc")
        #expect(saved.contains("load csv (\"") && saved.contains("/inner/t.csv\")"), "\(saved)")
        let result = BuiltProgram.run(["verify", sessions.home.path + "/s.lc"])
        #expect(result.status == 0, "\(result.output)\(result.errors)\(saved)")
    }

    @Test func `a paste, a script and notes run nothing of it`() throws {
        let terminal = try sessions.startEmpty()
        let mark = "\(sessions.home.path)/mark"
        terminal.paste("!touch \(mark)")
        terminal.send("\r")
        terminal.contains("a pasted line runs no command of the shell")
        sessions.home.write("s.lc", "!touch \(mark)\n")
        sessions.home.write("n.md", "```lc\n!touch \(mark)\n```\n")
        for file in ["s.lc", "n.md"] {
            _ = BuiltProgram.run(["\(sessions.home.path)/\(file)"])
        }
        _ = BuiltProgram.run(["-"], input: "!touch \(mark)\ncd /\n")
        #expect(sessions.home.mode("mark") == 0)
        let batch = BuiltProgram.run(["-c", "pwd"])
        #expect(batch.status == 1 && batch.errors.contains("there is no command 'pwd'"))
    }

    @Test func `what another program leaves in the terminal is put back`() throws {
        let terminal = try sessions.startEmpty()
        terminal.type("!printf 'no newline\\033[1m\\033[?25l'; stty raw -echo\r")
        terminal.contains("\nno newline\n[1] lc>")
        #expect(terminal.raw.contains("\u{1B}[0m\u{1B}[?25h"))
        terminal.type("print (6 * 7)\r")
        terminal.contains("[1] lc> print (6 * 7)\n42\n[2] lc>")
        terminal.type("quit\r")
        #expect(terminal.status() == 0 && terminal.isCooked)
    }

    @Test func `a command that stops is told of, and fg has it go on`() throws {
        let terminal = try sessions.startEmpty()
        terminal.type("fg\r")
        terminal.contains("no command of ! has stopped")
        terminal.type("!kill -STOP $$; echo on; exit 4\r")
        terminal.contains("the command has stopped; fg has it go on")
        terminal.type("print (6 * 7)\r")
        terminal.contains("\n42\n")
        terminal.type("fg\r")
        terminal.contains("\non\n  the command ended with status 4")
        terminal.type("!!\r")
        terminal.contains("  !kill -STOP $$; echo on; exit 4\n")
        terminal.type("!trap 'touch ~/ended; exit' HUP; kill -STOP $$; sleep 1\r")
        terminal.contains("sleep 1\n  the command has stopped")
        terminal.type("quit\r")
        #expect(terminal.status() == 0 && terminal.isCooked)
        let ends = BuiltProgram.run(
            bash:
                "for i in $(seq 500); do [ -e '\(sessions.home.path)/ended' ] && exit 0; sleep 0.01; done; exit 1"
        )
        #expect(ends.status == 0)
    }

    @Test func `Ctrl-C is the command's, and ls says what load takes`() throws {
        sessions.home.makeFolder("data")
        sessions.home.makeFolder("data/inner")
        sessions.home.write("data/t.csv", "a,b,class\n1,2,x\n2,1,y\n3,2,x\n")
        sessions.home.write("data/s.lc", "load iris\n")
        sessions.home.write("data/x.bin", String(repeating: "\u{1}", count: 2500))
        let terminal = try sessions.startEmpty()
        terminal.type("!echo begun; sleep 100\r")
        terminal.contains("\nbegun")
        terminal.send("\u{3}")
        terminal.contains("ended with status 130")
        terminal.type("ls ~/data\r")
        terminal.contains(
            "\n  inner/\n  s.lc        10 B  run\n  t.csv       28 B  load csv\n  x.bin     2.5 kB\n"
        )
        terminal.type("ls ~/data/inner\r")
        terminal.contains("nothing is here")
    }

    @Test func `Tab knows the shell's programs and files, and folders for cd`() throws {
        sessions.home.makeFolder("folder")
        sessions.home.write("fold", "")
        let terminal = try sessions.startEmpty()
        terminal.send("!mkfif\t")
        terminal.shows("[1] lc> !mkfifo")
        terminal.send("\u{15}!cat ~/folde\t")
        terminal.contains("folder/")
        terminal.send("\u{15}cd ~/fo\t")
        terminal.shows("[1] lc> cd ~/folder/")
        terminal.send("\u{15}!ls | sor\t")
        terminal.shows("[1] lc> !ls | sort")
    }

    @Test(arguments: ["cd /tmp", "ls", "!ls", "x = 1; pwd", "fg"])
    func `a script says what only typed lines can ask for`(line: String) {
        let result = BuiltProgram.run(["-c", line])
        #expect(result.status == 1)
        #expect(
            result.errors.contains("is for a line of its own that is typed in a session"),
            "\(result.errors)")
    }

    @Test(arguments: [("false", "status 1"), ("sh -c 'kill -9 $$'", "status 137")])
    func `an editor that ends badly is told of, and the line is as it was`(
        editor: String, told: String
    ) throws {
        let terminal = try sessions.start(variables: ["EDITOR=\(editor)"])
        terminal.type("x = 1 + 2")
        terminal.send("\u{18}\u{5}")
        terminal.contains("\(told); the line is as it was")
        terminal.send("\r")
        terminal.type("print $x\r")
        terminal.contains("\n3\n")
    }

    @Test func `a name that the session gives a meaning is no line word`() throws {
        let terminal = try sessions.startEmpty()
        terminal.type("ls = 42\r")
        terminal.contains("[2] lc>")
        terminal.type("ls\r")
        terminal.contains("\n42\n[3] lc>")
    }

    @Test func `the start-up file runs before the first cell, and its mistakes stop nothing`()
        throws
    {
        sessions.home.makeFolder(".config")
        sessions.home.makeFolder(".config/lc")
        sessions.home.write(
            ".config/lc/init.lc", "cd /tmp\nseed 7\nlaod iris\nmine = 6 * 7\n!touch ~/mark\n")
        let terminal = try sessions.start()
        terminal.contains("init.lc:3:1: error:")
        terminal.type("print $mine; pwd\r")
        terminal.contains("there is no command 'pwd'")
        terminal.type("pwd\r")
        terminal.contains("\n  /tmp\n")
        #expect(sessions.home.mode("mark") == 0)
        let without = try sessions.start(arguments: ["--no-init"])
        without.type("print $mine\r")
        without.contains("there is no variable 'mine'")
    }
}
