/// What a run of the built `lc` left.
package struct RunResult: Sendable {
    package let status: Int32
    package let output: String
    package let errors: String
}

/// The built program, beside the tests.
package enum BuiltProgram {
    /// `lc` stands in the folder of the test bundle, whose path is an argument of the test runner.
    package static let path: String = {
        let bundle =
            CommandLine.arguments.first { $0.contains("PackageTests.xctest") }
            ?? CommandLine.arguments[0]
        let folder = bundle.lastIndex(of: "/").map { bundle[..<$0] } ?? "."
        return folder + "/lc"
    }()

    /// Runs `lc` in a folder that has some files, with standard input from a text.
    package static func run(
        _ arguments: [String], input: String = "", environment: [String: String] = [:],
        files: [String: String] = [:]
    ) -> RunResult {
        run(words: [path] + arguments, input, environment, files)
    }

    /// Runs the text of a script for bash.
    package static func run(bash script: String) -> RunResult {
        run(words: ["bash", "script"], "", [:], ["script": script])
    }

    private static func run(
        words: [String], _ input: String, _ environment: [String: String], _ files: [String: String]
    ) -> RunResult {
        let folder = TemporaryFolder()
        folder.write("in", input)
        for (name, text) in files { folder.write(name, text) }
        let variables = environment.map { "\($0.key)=\(quoted($0.value))" }.sorted().joined(
            separator: " ")
        let words = words.map(quoted).joined(separator: " ")
        let command = "cd \(quoted(folder.path)) && env \(variables) \(words) <in >out 2>err"
        let status = Shell.run(command)
        return RunResult(
            status: status, output: folder.read("out"), errors: folder.read("err"))
    }

    private static func quoted(_ text: String) -> String {
        "'"
            + text.split(separator: "'", omittingEmptySubsequences: false).joined(
                separator: "'\\''") + "'"
    }
}
