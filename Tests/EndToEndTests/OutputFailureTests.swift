import Platform
import TestSupport
import Testing

/// Standard output that takes nothing, or no more.
@Suite struct OutputFailureTests {
    private func run(_ redirected: String) -> RunResult {
        BuiltProgram.run(
            bash: redirected.replacing("LC", with: "'\(BuiltProgram.path)'"))
    }

    @Test(
        .enabled(if: FileSystem.exists("/dev/full")),
        arguments: [
            "LC -c 'print 1'", "LC --json -c 'print 1'", "LC --version", "LC --help",
            "LC -c 'load iris; sgd; plot'",
        ])
    func `a full standard output is status 1 and one sentence`(command: String) {
        let result = run("\(command) >/dev/full")
        #expect(result.status == 1)
        #expect(
            result.errors
                == "lc: error: standard output cannot be written: No space left on device\n")
    }

    @Test(arguments: ["LC -c 'print 1'", "LC --json -c 'print 1'", "LC --version"])
    func `a closed standard output is status 1 and one sentence`(command: String) {
        let result = run("\(command) >&-")
        #expect(result.status == 1)
        #expect(
            result.errors == "lc: error: standard output cannot be written: Bad file descriptor\n")
    }

    @Test func `what is shown does not end up in a file that is written`() {
        let result = run(
            """
            folder=$(mktemp -d)
            LC -c "load iris; save $folder/a.lc; print shown" >&-
            grep -c shown $folder/a.lc
            rm -r $folder
            """)
        #expect(result.output == "0\n")
    }

    @Test(arguments: [
        "LC -c 'repeat 100000 { print 1 }'", "LC --json -c 'repeat 9 { print 1 }; print 2'",
    ])
    func `a pipe that nobody reads ends the program quietly, as a signal ends it`(command: String) {
        let result = run(
            "set -o pipefail; { sleep 0.2; \(command); } | true; echo ${PIPESTATUS[0]}")
        #expect(result.output == "141\n")
        #expect(result.errors == "")
    }

    @Test func `errors stay errors`() {
        let result = run("LC -c 'nosuch' >&-")
        #expect(result.status == 1)
        #expect(result.errors.contains("nosuch"))
    }
}
