import Files
import Platform
import Session
import TestSupport
import Testing

/// Another program shortens a file while it is mapped: one sentence says which, and the session goes on.
@Suite struct ShortenedFileTests {
    private static let commands = [
        "sgd epochs=1", "gd steps=1", "solve", "search random 3", "search local 2",
        "eval test", "confusion test", "gradcheck 2", "preprocess center", "split val=10",
        "tune lr=[1e-3]", "plot landscape n=5", "show",
    ]

    private static let files = (1...5).map { "data_batch_\($0).bin" } + ["test_batch.bin"]

    /// CIFAR-10's files with 20 records each.
    private func cifar() -> TemporaryFolder {
        let folder = TemporaryFolder()
        for name in Self.files {
            let records = (0..<20).map { index in
                [UInt8(index % 10)] + (0..<3072).map { UInt8(truncatingIfNeeded: $0 &* index) }
            }
            folder.write(name, bytes: records.flatMap(\.self))
        }
        return folder
    }

    @Test(arguments: commands)
    func `a file that lost a few bytes is noticed by the command after it`(command: String) {
        let folder = cifar()
        let session = Session()
        #expect(CommandTests.run("load cifar10 \"\(folder.path)\"", in: session).error == nil)
        let before = session.state.digest.text
        folder.resize("data_batch_2.bin", to: 20 * 3073 - 5)
        let error = CommandTests.run(command, in: session).error ?? "nothing"
        #expect(error.contains("data_batch_2.bin was shortened by another program"))
        #expect(session.state.digest.text == before)
    }

    @Test func `another file in the place of a mapped one changes nothing`() {
        let folder = cifar()
        let session = Session()
        #expect(CommandTests.run("load cifar10 \"\(folder.path)\"", in: session).error == nil)
        folder.write("new", "")
        Shell.run("mv '\(folder.path)/new' '\(folder.path)/data_batch_2.bin'")
        #expect(CommandTests.run("sgd epochs=1; eval test", in: session).error == nil)
    }

    /// Each statement that maps files, with what it needs.
    private static let readers: [(file: String, statement: String)] = [
        ("data_batch_3.bin", "load cifar10 FOLDER"), ("train.bin", "load cifar100 FOLDER"),
        ("train-images-idx3-ubyte", "load mnist FOLDER"), ("a.csv", "load csv FOLDER/a.csv"),
        ("b.csv.gz", "load csv FOLDER/b.csv.gz"), ("a.svm", "load libsvm FOLDER/a.svm"),
        ("w.npz", "load iris; open weights FOLDER/w.npz"), ("s.lc", "run FOLDER/s.lc"),
        ("x.npy", "load npy FOLDER/x.npy"), ("y.npy", "load npy FOLDER/x.npy"),
        ("d.npy", "load npy FOLDER/d.npy"), ("f.npz", "load npz FOLDER/f.npz"),
        ("n.md", "run FOLDER/n.md"), ("s.lc", "open session FOLDER/s.lc"),
    ]

    private func files() -> TemporaryFolder {
        let folder = cifar()
        for name in ["train.bin", "test.bin"] {
            let records = (0..<20).map { [0, UInt8($0)] + [UInt8](repeating: 9, count: 3072) }
            folder.write(name, bytes: records.flatMap(\.self))
        }
        for part in ["train", "t10k"] {
            let size: [UInt8] = [0, 0, 0, 9, 0, 0, 0, 28, 0, 0, 0, 28]
            folder.write(
                "\(part)-images-idx3-ubyte",
                bytes: [0, 0, 8, 3] + size + [UInt8](repeating: 7, count: 9 * 784))
            folder.write(
                "\(part)-labels-idx1-ubyte", bytes: [0, 0, 8, 1, 0, 0, 0, 9] + (0..<9).map { $0 })
        }
        func header(_ type: String, _ shape: String) -> [UInt8] {
            var text = "{'descr': '\(type)', 'fortran_order': False, 'shape': (\(shape)), }"
            while (11 + text.utf8.count) % 64 != 0 { text += " " }
            return [0x93] + Array("NUMPY".utf8) + [1, 0, UInt8(text.utf8.count + 1), 0] + text.utf8
                + [10]
        }
        // 0x40404040 is 3.0039215 as a float, and 0x4040404040404040 is 32.5 as a double.
        let numbers = [UInt8](repeating: 0x40, count: 48_000)
        folder.write("x.npy", bytes: header("<f4", "3000, 4") + numbers)
        folder.write("d.npy", bytes: header("<f8", "3000, 2") + numbers)
        folder.write("y.npy", bytes: header("|u1", "3000,") + (0..<3000).map { UInt8($0 % 3 + 1) })
        try? NumPyArchive.write(
            [
                ("x", .numbers(shape: [3000, 1], (0..<3000).map { Float($0) })),
                ("y", .texts((0..<3000).map { "c\($0 % 2)" })),
            ], to: folder.path + "/f.npz")
        let table = (1...3000).map { "\($0),\($0 % 7),c\($0 % 2)\n" }.joined()
        folder.write("a.csv", table)
        folder.write("b.csv", table)
        Shell.run("gzip '\(folder.path)/b.csv'")
        folder.write("a.svm", (1...3000).map { "\($0 % 2) 1:\($0) 3:2\n" }.joined())
        folder.write("s.lc", (1...3000).map { "x\($0) = 1\n" }.joined())
        folder.write("n.md", (1...300).map { "```lc\nx\($0) = 1\n```\n" }.joined())
        let place = "\"\(folder.path)/w.npz\""
        _ = CommandTests.run("load iris; sgd epochs=1; save weights \(place)")
        return folder
    }

    @Test(arguments: readers.indices)
    func `a file that is shortened while it is read is named, and nothing changes`(index: Int)
        throws
    {
        let (file, statement) = Self.readers[index]
        let folder = files()
        let text = statement.split(separator: " ").map {
            $0.hasPrefix("FOLDER") ? "\"\(folder.path)\($0.dropFirst(6))\"" : String($0)
        }.joined(separator: " ")
        #expect(CommandTests.run(text).error == nil)
        let size = try FileStatus(of: "\(folder.path)/\(file)").size
        // Nearly all of it, several pages or less than one, and a single byte.
        for left in [0, 10, size / 2, size - 1] {
            folder.resize(file, to: size)
            let session = Session()
            let ready = text.split(separator: "; ").dropLast().joined(separator: "; ")
            _ = CommandTests.run(ready, in: session)
            let before = session.state.digest.text
            let error = FaultInjection.changing { [folder] path in
                if path.hasSuffix(file) { folder.resize(file, to: left) }
            } _: {
                CommandTests.run(String(text.split(separator: "; ").last ?? ""), in: session).error
            }
            #expect(
                error?.contains("\(file) was shortened by another program") == true,
                "\(left) of \(size): \(error ?? "nothing")")
            #expect(session.state.digest.text == before)
            // Zeros stand for the lost bytes, and another file takes its place.
            let copy = files()
            Shell.run("cp '\(copy.path)/\(file)' '\(folder.path)/\(file)'")
        }
    }

    @Test(arguments: commands)
    func `a command on data of a shortened file fails with its name and changes nothing`(
        command: String
    ) {
        let folder = cifar()
        let session = Session()
        #expect(CommandTests.run("load cifar10 \"\(folder.path)\"", in: session).error == nil)
        let before = session.state.digest.text
        for file in Self.files { folder.resize(file, to: 5000) }
        let error = CommandTests.run(command, in: session).error ?? "nothing"
        #expect(error.hasPrefix(folder.path) && error.contains(".bin was shortened by another"))
        #expect(session.state.digest.text == before)
        // The data stay refused, also where the file is whole again.
        for file in Self.files { folder.resize(file, to: 20 * 3073) }
        let again = CommandTests.run("eval test", in: session).error ?? "nothing"
        #expect(again.contains("was shortened by another program"))
        #expect(CommandTests.run("x = 1; load iris; sgd epochs=1", in: session).error == nil)
    }
}
