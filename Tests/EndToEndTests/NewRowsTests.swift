import TestSupport
import Testing

/// `predict` in a pipe, and where errors in files of data point.
@Suite struct NewRowsTests {
    private let folder = TemporaryFolder()

    /// A model of two numbers and a column of words, in m.npz.
    private func train() {
        let rows = (0..<60).map {
            "\($0 % 7),\($0 % 2 == 0 ? "red" : "blue"),\($0 % 5),\($0 % 2)\n"
        }
        folder.write("a.csv", "x,colour,z,kind\n" + rows.joined())
        let path = folder.path
        let done = BuiltProgram.run([
            "-c", "load csv \(path)/a.csv; loss softmax; sgd epochs=5; save model \(path)/m.npz",
        ])
        #expect(done.status == 0, "\(done.errors)")
    }

    /// What is printed for rows that come through a pipe, or for those of a file.
    private func predict(_ rows: String, inFile: Bool = false) -> String {
        folder.write("new.csv", rows)
        let (path, lc) = (folder.path, BuiltProgram.path)
        let source = inFile ? "\(path)/new.csv" : "/dev/stdin"
        return BuiltProgram.run(
            bash:
                "cat '\(path)/new.csv' | '\(lc)' --json --quiet -c 'open model \(path)/m.npz; predict \(source)'"
        ).output
    }

    @Test func `rows from a pipe are those of the file, an object for each`() {
        train()
        let rows = "x,colour,z\n1,red,2\n3,blue,4\n6,red,0\n"
        let fromPipe = predict(rows)
        #expect(fromPipe.split(separator: "\n").count == 3)
        #expect(fromPipe == predict(rows, inFile: true))
        #expect(fromPipe.hasPrefix("{\"row\":1,\"class\":"))
        #expect(predict("").contains("\"message\":\"/dev/stdin"))
    }

    @Test func `columns are found by name, in any order and among others`() {
        train()
        let usual = predict("x,colour,z\n1,red,2\n3,blue,4\n")
        for other in [
            "z,colour,x\n2,red,1\n4,blue,3\n", "id;z;colour;x\nA;2;red;1\nB;4;blue;3\n",
            "x\tcolour\tz\n1\tred\t2\n3\tblue\t4\n",
        ] {
            #expect(predict(other) == usual)
        }
        #expect(
            predict("x,x,colour,z\n1,2,red,3\n").contains(
                "/dev/stdin has several columns 'x', and the training data has one"))
        #expect(
            predict("x,z\n1,2\n").contains(
                "/dev/stdin has no column 'colour', which the training data has"))
    }

    @Test(arguments: [
        ("csv", "x,kind\n1,a\n2,b\n", "x,kind\n1,a\n2,c\n"),
        ("csv", "x,kind\n1,a\n2,b\n", "x,kind\nword,a\n"),
        ("libsvm", "0 1:2\n1 1:3\n", "0 1:x\n"), ("libsvm", "0 1:2\n1 1:3\n", "7 1:2\n"),
        ("csv", "x,kind\n1,a\n2,b\n", ""),
    ])
    func `an error in the test file points at test=`(format: String, train: String, test: String) {
        folder.write("a", train)
        folder.write("t", test)
        let statement = "load \(format) \(folder.path)/a test="
        let result = BuiltProgram.run(["-c", "\(statement)\(folder.path)/t"])
        #expect(result.status == 1)
        #expect(
            result.errors.hasPrefix("-c:1:\(statement.count + 1): error: \(folder.path)/t"),
            "\(result.errors)")
    }

    @Test func `the cache's whole data are taken, and not what a broken archive left there`() {
        let names = (1...5).map { "data_batch_\($0).bin" } + ["test_batch.bin"]
        for (index, name) in names.enumerated() {
            folder.write(name, bytes: [UInt8(index)] + [UInt8](repeating: 7, count: 3072))
        }
        Shell.run("cd '\(folder.path)' && tar cf whole.tar *.bin")
        let broken = (0..<8).map { index in
            folder.write("data_batch_1.bin", "\(index)")
            Shell.run("cd '\(folder.path)' && tar cf \(index).tar data_batch_1.bin")
            return "\(index).tar"
        }
        func load(_ path: String) -> RunResult {
            BuiltProgram.run(
                ["-c", "load cifar10 \(path)"],
                environment: ["XDG_CACHE_HOME": folder.path + "/cache", "LC_DATA": ""])
        }
        for archive in broken { #expect(load("\(folder.path)/\(archive)").status == 1) }
        #expect(load("\(folder.path)/whole.tar").status == 0)
        let found = load("")
        #expect(found.status == 0 && found.output.contains("test 1 ·"), "\(found.errors)")
    }
}
