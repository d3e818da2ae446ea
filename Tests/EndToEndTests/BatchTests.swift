import TestSupport
import Testing

@Suite struct BatchTests {
    @Test func `runs statements, a script and standard input alike`() {
        let text = "load iris\nloss softmax\nsgd epochs=3\neval test"
        let folder = TemporaryFolder()
        folder.write("a.lc", text)
        let file = BuiltProgram.run(["--json", folder.path + "/a.lc"])
        let command = BuiltProgram.run(["--json", "-c", text])
        let pipe = BuiltProgram.run(["--json"], input: text)
        #expect(file.status == 0 && command.status == 0 && pipe.status == 0)
        #expect(file.output.split(separator: "\n").count == 4)
        #expect(accuracy(file.output) != nil)
        #expect(accuracy(file.output) == accuracy(command.output))
        #expect(accuracy(file.output) == accuracy(pipe.output))
    }

    private func accuracy(_ output: String) -> Substring? {
        output.split(separator: "\"accuracy\":").dropFirst().first?.prefix { $0 != "," }
    }

    @Test func `an error names file, line and column, and stops with status 1`() {
        let folder = TemporaryFolder()
        folder.write("a.lc", "load iris\nsgd btach=3\nprint never")
        let result = BuiltProgram.run([folder.path + "/a.lc"])
        #expect(result.status == 1)
        #expect(
            result.errors == """
                \(folder.path)/a.lc:2:5: error: sgd has no option 'btach'
                  sgd btach=3
                      ^~~~~ did you mean 'batch'?

                """)
        #expect(!result.output.contains("never"))
        let further = BuiltProgram.run(["--keep-going", folder.path + "/a.lc"])
        #expect(further.status == 1 && further.output.contains("never"))
    }

    @Test func `check lists all errors and runs nothing`() {
        let result = BuiltProgram.run(["--check", "-c", "print ran\nsgd btach=3\nloss svn"])
        #expect(result.status == 1)
        #expect(!result.output.contains("ran"))
        #expect(result.errors.split(separator: "\n").filter { $0.contains("error:") }.count == 2)
        #expect(BuiltProgram.run(["--check", "-c", "load iris; sgd"]).status == 0)
    }

    @Test func `data in place of a script are loaded, and their format is said`() {
        let folder = TemporaryFolder()
        folder.write("ok.csv", "a,b\n" + (0..<60).map { "\($0),k\($0 % 2)\n" }.joined())
        let path = folder.path + "/ok.csv"
        let result = BuiltProgram.run([path])
        #expect(result.status == 0 && result.output.contains("taken as csv"))
        #expect(BuiltProgram.run(["-c", "load csv \(path)"]).status == 0)
        let nothing = BuiltProgram.run([folder.path])
        #expect(
            nothing.status == 1 && nothing.errors.contains("no folder of data that lc recognizes"))
    }

    @Test(arguments: [
        ["--nonsense"], ["--threads", "0"], ["--cpu", "z80"], ["-c", "plot", "extra.lc", "--bad"],
    ])
    func `wrong usage has status 2`(arguments: [String]) {
        #expect(BuiltProgram.run(arguments).status == 2)
    }

    @Test func `help and version go to standard output`() {
        #expect(BuiltProgram.run(["--version"]).output == "1.1.0\n")
        #expect(BuiltProgram.run(["--help"]).output.contains("--keep-going"))
        #expect(BuiltProgram.run(["no-such-file.lc"]).status == 2)
    }

    @Test func `a pipe gets no escape sequences`() {
        let result = BuiltProgram.run([
            "-c", "load digits; show 3; sgd epochs=1; plot; confusion; plot weights",
        ])
        #expect(result.status == 0)
        #expect(!result.output.contains("\u{1B}"))
    }

    @Test func `weights are the same bits on any number of threads and any kernels`() {
        let folder = TemporaryFolder()
        var files: [String] = []
        for options in [["--threads", "1"], ["--threads", "2"], ["--cpu", "scalar"], []] {
            let script =
                "load digits; reg l2 1e-3; search random 50; sgd epochs=2; save weights w.npz; run /dev/null"
            let file = "\(folder.path)/w\(files.count).npz"
            let result = BuiltProgram.run(
                options + [
                    "-c",
                    script.split(separator: ";").dropLast().joined(separator: ";").replacing(
                        "w.npz", file),
                ])
            #expect(result.status == 0, "\(result.errors)")
            files.append(folder.read("w\(files.count).npz"))
        }
        #expect(files.allSatisfy { $0 == files[0] && !$0.isEmpty })
    }

    @Test func `pictures are written as SVG`() {
        let folder = TemporaryFolder()
        let result = BuiltProgram.run([
            "-c",
            "load digits; sgd epochs=2; plot save=\(folder.path)/a.svg; plot weights save=\(folder.path)/b.svg",
        ])
        #expect(result.status == 0)
        #expect(folder.read("a.svg").contains("<svg") && folder.read("b.svg").contains("<svg"))
    }

    @Test func `the lecture runs from start to end`() {
        let root = String(#filePath.split(separator: "/Tests/")[0])
        let result = BuiltProgram.run([root + "/scripts/lectures/lecture03.lc"])
        #expect(result.status == 0, "\(result.errors)")
        #expect(result.output.contains("12.9") && result.output.contains("templates"))
    }
}

extension String {
    fileprivate func replacing(_ piece: String, _ other: String) -> String {
        var parts: [Substring] = []
        var rest = self[...]
        while let range = rest.firstRange(of: piece) {
            parts.append(rest[..<range.lowerBound])
            rest = rest[range.upperBound...]
        }
        return (parts + [rest]).joined(separator: other)
    }
}
