import TestSupport
import Testing

/// Subcommands, help, completion and refusals.
@Suite struct CommandLineTests {
    @Test func `a script has the name of a subcommand where a path says so`() {
        let result = BuiltProgram.run(["./verify", "one"], files: ["verify": "print $args"])
        #expect(result.status == 0 && result.output.contains("one"), "\(result.errors)")
    }

    @Test func `words behind a script belong to the script`() {
        let result = BuiltProgram.run(
            ["--seed", "3", "a.lc", "verify", "--json"], files: ["a.lc": "print $args"])
        #expect(result.output.contains("verify") && result.output.contains("--json"))
    }

    @Test(arguments: [
        ("gray", "gray is an option here; the path of that name is written ./gray"),
        ("other", "write load images PATH"),
    ])
    func `a path that has an option's name is told how to be written`(file: String, hint: String) {
        let result = BuiltProgram.run(["-c", "load images gray"], files: [file: ""])
        #expect(result.status == 1 && result.errors.contains(hint), "\(result.errors)")
    }

    @Test func `check says that it is called verify now`() {
        let result = BuiltProgram.run(["check", "a.lc"])
        #expect(result.status == 2 && result.output.isEmpty)
        #expect(
            result.errors
                == "lc: error: lc check is called lc verify now (lc --check FILE.lc lists a script's errors)\n"
        )
    }

    @Test func `help has every subcommand and option`() {
        let page = BuiltProgram.run(["--help"]).output
        for word in ["weave", "test", "verify", "--command", "--check", "--cpu", "--version"] {
            #expect(page.contains("  \(word)") || page.contains(", \(word)"), "\(word)")
        }
        #expect(BuiltProgram.run(["help"]).output == page)
        for name in ["weave", "test", "verify"] {
            let own = BuiltProgram.run([name, "--help"])
            #expect(own.status == 0 && own.output.contains("USAGE: lc \(name) "))
        }
    }

    @Test(arguments: [[""], ["test", ""], ["weave", "", "-o", "a.html"], ["--paste", ""]])
    func `a name without letters is called empty`(arguments: [String]) {
        let result = BuiltProgram.run(arguments)
        #expect(result.status != 0 && result.errors.contains("the name of the file is empty"))
    }

    @Test(arguments: [["--cpu", "\u{1B}[31mred"], ["--\u{1B}[31mred"], ["\u{1B}[31mred"]])
    func `a refusal repeats no control characters`(arguments: [String]) {
        let result = BuiltProgram.run(arguments)
        #expect(result.status == 2 && result.errors.contains("\\x1b[31mred"))
        #expect(!result.errors.contains("\u{1B}"))
    }

    @Test(arguments: [
        ("bash", "complete -o default"), ("zsh", "        _files && ret=0\n        ;;\n    arg)"),
        ("fish", "\"lc\" -eq 1' -a 'verify'"),
    ])
    func `completion scripts know subcommands, options and files`(shell: String, files: String) {
        let result = BuiltProgram.run(["--generate-completion-script", shell])
        #expect(result.status == 0)
        for word in ["weave", "verify", "keep-going", "tolerance", "avx512"] {
            #expect(result.output.contains(word), "\(word)")
        }
        #expect(result.output.contains(files))
        #expect(!result.output.contains("lc check"))
    }

    @Test(arguments: [
        ("lc ve", "verify"), ("lc --kee", "--keep-going"), ("lc verify --thr", "--threads"),
        ("lc --cpu av", "avx2 avxvnni avx512bw avx512"), ("lc test --upd", "--update"),
    ])
    func `bash completes subcommands and options`(typed: String, completed: String) throws {
        let script = BuiltProgram.run(["--generate-completion-script", "bash"]).output
        let bash = """
            \(script)
            COMP_LINE='\(typed)'; COMP_POINT=${#COMP_LINE}; COMP_TYPE=9
            read -ra COMP_WORDS <<<"$COMP_LINE"; COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
            _lc lc "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD - 1]}"
            echo "${COMPREPLY[*]}"
            """
        let result = BuiltProgram.run(bash: bash)
        #expect(result.output == completed + "\n", "\(result.errors)")
    }
}
