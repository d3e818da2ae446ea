import Datasets
import Declarations
import Files
import Numeric
import TestSupport
import Testing

@Suite struct FormatTests {
    private static func label(_ word: String) -> ParameterValues {
        var values = ParameterValues()
        values["label"] = word
        return values
    }

    private func message(_ body: () throws(FileError) -> Void) -> String {
        do throws(FileError) {
            try body()
            return "nothing was thrown"
        } catch {
            return error.message
        }
    }

    /// A folder in CIFAR-10's layout, with two records a file.
    private func cifar(_ change: (String, inout [UInt8]) -> Void = { _, _ in }) -> TemporaryFolder {
        let folder = TemporaryFolder()
        for name in (1...5).map({ "data_batch_\($0).bin" }) + ["test_batch.bin"] {
            var bytes = [UInt8](repeating: 7, count: 3073 * 2)
            bytes[0] = 1
            bytes[3073] = 2
            change(name, &bytes)
            folder.write(name, bytes: bytes)
        }
        return folder
    }

    @Test func `reads CIFAR-10 and keeps its test set`() throws {
        let folder = cifar()
        let dataset = try CIFAR10.read(DatasetRequest(path: folder.path))
        #expect(dataset.count == 12 && dataset.testCount == 2 && dataset.dimension == 3072)
        #expect(dataset.labels.prefix(2) == [1, 2])
        #expect(dataset.classNames[1] == "automobile")
        #expect(dataset.features.row(11) == [Float](repeating: 7, count: 3072))
    }

    @Test func `reads CIFAR-100 with fine or coarse classes`() throws {
        let folder = TemporaryFolder()
        for (name, labels) in [("train.bin", [(3, 97), (19, 0)]), ("test.bin", [(7, 42)])] {
            let bytes = labels.flatMap { coarse, fine in
                [UInt8(coarse), UInt8(fine)] + [UInt8](repeating: 9, count: 3072)
            }
            folder.write(name, bytes: bytes)
        }
        let fine = try CIFAR100.read(DatasetRequest(path: folder.path))
        #expect(fine.labels == [97, 0, 42] && fine.classNames.count == 100)
        #expect(fine.count == 3 && fine.testCount == 1)
        var request = DatasetRequest(path: folder.path)
        request.values["labels"] = "coarse"
        let coarse = try CIFAR100.read(request)
        #expect(coarse.labels == [3, 19, 7] && coarse.classNames.count == 20)
        #expect(coarse.features.row(2) == [Float](repeating: 9, count: 3072))
    }

    @Test func `names the file and the byte of what is wrong with CIFAR-10`() {
        let truncated = cifar { name, bytes in if name == "data_batch_3.bin" { bytes.removeLast() }
        }
        #expect(
            message { () throws(FileError) in
                _ = try CIFAR10.read(DatasetRequest(path: truncated.path))
            }
            .contains("data_batch_3.bin ends inside record 2"))
        let mislabelled = cifar { name, bytes in if name == "test_batch.bin" { bytes[3073] = 10 } }
        #expect(
            message { () throws(FileError) in
                _ = try CIFAR10.read(DatasetRequest(path: mislabelled.path))
            }
            .contains("test_batch.bin has label 10 at byte 3073"))
        let empty = cifar { name, bytes in if name == "data_batch_1.bin" { bytes = [] } }
        #expect(
            message { () throws(FileError) in
                _ = try CIFAR10.read(DatasetRequest(path: empty.path))
            }
            .contains("data_batch_1.bin is empty"))
        #expect(
            message { () throws(FileError) in
                _ = try CIFAR10.read(DatasetRequest(path: "/no/such"))
            }
            .contains("No such file"))
    }

    @Test func `reads IDX files and refuses lying headers`() throws {
        let folder = TemporaryFolder()
        func idx(_ rank: UInt8, _ dimensions: [UInt8], _ bytes: [UInt8]) -> [UInt8] {
            [0, 0, 8, rank] + dimensions.flatMap { [0, 0, 0, $0] } + bytes
        }
        for prefix in ["train", "t10k"] {
            folder.write("\(prefix)-images-idx3-ubyte", bytes: idx(3, [2, 2, 3], Array(0..<12)))
            folder.write("\(prefix)-labels-idx1-ubyte", bytes: idx(1, [2], [3, 9]))
        }
        let dataset = try MNIST.read(DatasetRequest(path: folder.path))
        #expect(dataset.count == 4 && dataset.dimension == 6 && dataset.labels == [3, 9, 3, 9])
        folder.write("train-images-idx3-ubyte", bytes: idx(3, [9, 2, 3], Array(0..<12)))
        #expect(
            message { () throws(FileError) in
                _ = try MNIST.read(DatasetRequest(path: folder.path))
            }
            .contains("should have 70 bytes by its header, but has 28"))
        folder.write("train-images-idx3-ubyte", bytes: [0x1F, 0x8B, 8, 0, 0, 0])
        #expect(
            message { () throws(FileError) in
                _ = try MNIST.read(DatasetRequest(path: folder.path))
            }
            .contains("cut short"))
    }

    @Test(arguments: [
        (
            "id,cls,h1,h2\n1,a,2,3\n2,b,3,4\n",
            "line 2 has 'a' in column cls, which is not a number · if it is the class, write label=cls"
        ),
        (
            "h1,h2,cls\n1,?,a\n2,3,b\n",
            "line 2 has '?' in column h2, which is not a number · mend or remove the line; only the class may be a word"
        ),
        (
            "h1,h2,cls\n1,2,a\nx,3,b\n",
            "line 3 has 'x' in column h1, which is not a number · mend or remove the line; only the class may be a word"
        ),
        (
            "h1,h2,cls\n\n1,,a\n",
            "line 3 has an empty cell in column h2 · fill it in, or remove the line"
        ),
        (
            "h1,h2,cls\n1,2,\n",
            "line 2 has an empty cell in column cls · fill it in, or remove the line"
        ),
        (
            "1,2,a\n1e999,2,b\n",
            "line 2 has 1e999 in column column1, which is too large for a 32-bit number · measure the column in a larger unit, or remove the line"
        ),
        (
            "1,5;2,3;a\n2,5;2,3;b\n",
            "writes numbers with decimal commas, such as 1,5 · save it with decimal points, as in 1.5"
        ),
        ("h\u{0},\u{0}c\u{0}", "is UTF-16 text · save it as UTF-8"),
    ])
    func `says of a table what is wrong and what to do`(text: String, complaint: String) {
        let folder = TemporaryFolder()
        folder.write("a.csv", text)
        do throws(FileError) {
            _ = try CSV.read(DatasetRequest(path: folder.path + "/a.csv"))
            Issue.record("it was read")
        } catch {
            #expect("\(error.message) · \(error.hint ?? "")" == "\(folder.path)/a.csv \(complaint)")
        }
    }

    @Test func `reads tables with headers, quotes and words as classes`() throws {
        let folder = TemporaryFolder()
        folder.write("a.csv", "a;b;kind\n1;2;\"big one\"\n\n3;-4e-1;small\r\n")
        let dataset = try CSV.read(DatasetRequest(path: folder.path + "/a.csv"))
        #expect(dataset.classNames == ["big one", "small"])
        #expect(dataset.features.row(1) == [3, -0.4])
        #expect(dataset.featureNames == ["a", "b"])
        let other = try? CSV.read(
            DatasetRequest(path: folder.path + "/a.csv", values: Self.label("a")))
        #expect(other == nil)
    }

    @Test(arguments: [
        ("1,2,a\n3,x,b\n", "line 2 has 'x' in column"),
        ("1,2,a\n3,b\n", "line 2 has 2 columns instead of 3"),
        ("", "is empty"), ("1,2,\"a\n", "never closed"), ("1\n2\n", "single column"),
        ("1,a\n2,a\n", "only one class"),
        ("1,nan,a\n2,3,b\n", "'nan'"),
    ])
    func `names the line of what is wrong with a table`(text: String, part: String) {
        let folder = TemporaryFolder()
        folder.write("a.csv", text)
        let message = message { () throws(FileError) in
            _ = try CSV.read(DatasetRequest(path: folder.path + "/a.csv"))
        }
        #expect(message.contains(part), "\(message)")
    }

    @Test func `the bundled data is what its sources say`() throws {
        let digits = try Digits.read(DatasetRequest())
        #expect(digits.count == 1797 && digits.dimension == 64)
        #expect(digits.features.row(0).prefix(8) == [0, 0, 5, 13, 9, 1, 0, 0])
        let iris = try Iris.read(DatasetRequest())
        #expect(iris.count == 150 && iris.features.row(0) == [5.1, 3.5, 1.4, 0.2])
    }

    @Test(arguments: ["iris", "digits", "spiral", "blobs"])
    func `a split takes each example once and each class in its share`(name: String) throws {
        let source = try #require(DatasetSources.all.first { $0.name == name })
        let dataset = try source.read(DatasetRequest())
        let split = try Split.standard(of: dataset, seed: 3)
        let rows = [split.train, split.val, split.test].flatMap { part in
            (0..<part.count).map { part[$0] }
        }
        #expect(rows.sorted() == Array(0..<dataset.count))
        for part in [split.val, split.test] {
            var counts = [Int](repeating: 0, count: dataset.classCount)
            for position in 0..<part.count { counts[Int(dataset.labels[part[position]])] += 1 }
            #expect((counts.max() ?? 0) - (counts.min() ?? 0) <= 4)
        }
    }

    @Test func `archives come back as they were, and damaged ones are refused`() throws {
        let folder = TemporaryFolder()
        let path = folder.path + "/w.npz"
        try NumPyArchive.write(
            [("W", [2, 3], [1, 2, 3, 4, 5, -6.5]), ("b", [2], [0.25, .infinity])], to: path)
        let arrays = try NumPyArchive.read(path)
        #expect(arrays["W"]?.shape == [2, 3] && arrays["W"]?.values == [1, 2, 3, 4, 5, -6.5])
        #expect(arrays["b"]?.values == [0.25, .infinity])
        let whole = try ByteStorage(mapping: path)
        for length in Swift.stride(from: 0, to: whole.count, by: 7) {
            folder.write("cut.npz", bytes: (0..<length).map { whole[$0] })
            #expect(throws: FileError.self) { try NumPyArchive.read(folder.path + "/cut.npz") }
        }
    }

    @Test func `writing says what is wrong and leaves the old file`() throws {
        let folder = TemporaryFolder()
        folder.write("old", "before")
        #expect(
            message { () throws(FileError) in try AtomicFile.write([1], to: folder.path) }
                .contains("is a folder"))
        #expect(
            message { () throws(FileError) in
                try AtomicFile.write([1], to: folder.path + "/no/x")
            }
            .contains("cannot be written"))
        try AtomicFile.write(Array("after".utf8), to: folder.path + "/old")
        #expect(folder.read("old") == "after")
    }

    @Test func `reads sparse rows`() throws {
        let folder = TemporaryFolder()
        folder.write("a", "+1 1:0.5 3:2 # words\n\n-1 qid:4 2:1e-1\n+1\n")
        let dataset = try LibSVM.read(DatasetRequest(path: folder.path + "/a"))
        #expect(dataset.count == 3 && dataset.dimension == 3)
        #expect(dataset.classNames == ["-1", "1"] && dataset.labels == [1, 0, 1])
        #expect(dataset.features.row(0) == [0.5, 0, 2])
        #expect(dataset.features.row(1) == [0, 0.1, 0] && dataset.features.row(2) == [0, 0, 0])
    }

    @Test(arguments: [
        ("x 1:1", "line 1 begins with 'x'"), ("1 1:1\n2 0:1", "line 2 has column '0'"),
        ("1 2:1 1:1", "column 1 after column 2"), ("1 1:a", "'a' in column 1"),
        ("1 1", "'1' where column:value belongs"), ("1 99999999:1", "column '99999999'"),
        ("1 1:nan", "'nan' in column 1"), ("", "is empty"), ("# nothing\n", "has no rows"),
        ("1 1:1", "only one class"),
    ])
    func `names the line of what is wrong with sparse rows`(text: String, part: String) {
        let folder = TemporaryFolder()
        folder.write("a", text)
        #expect(
            message { () throws(FileError) in
                _ = try LibSVM.read(DatasetRequest(path: folder.path + "/a"))
            }
            .contains(part))
    }
}
