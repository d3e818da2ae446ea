import Datasets
import TestSupport
import Numeric
import Testing

@Suite struct CIFARTests {
    /// A folder in CIFAR-10's layout, with two records in each file.
    private func cifar10(_ change: (String, inout [UInt8]) -> Void = { _, _ in })
        -> TemporaryFolder
    {
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
        let folder = cifar10()
        let dataset = try CIFAR10.read(DatasetRequest(path: folder.path))
        #expect(dataset.count == 12 && dataset.testCount == 2 && dataset.dimension == 3072)
        #expect(dataset.labels.prefix(2) == [1, 2])
        #expect(dataset.classNames[1] == "automobile")
        #expect(dataset.features.row(11) == [Float](repeating: 7, count: 3072))
    }

    @Test func `takes the class names from the file beside the records`() throws {
        let folder = cifar10()
        folder.write("batches.meta.txt", (0..<10).map { "name\($0)" }.joined(separator: "\n\n"))
        let dataset = try CIFAR10.read(DatasetRequest(path: folder.path))
        #expect(dataset.classNames == (0..<10).map { "name\($0)" })
        folder.write("batches.meta.txt", "a\nb\n")
        #expect(
            complaint(CIFAR10.self, folder.path)
                == "\(folder.path)/batches.meta.txt names 2 classes instead of 10 · remove it or mend it"
        )
        folder.write("batches.meta.txt", (0..<10).map { "name\($0 % 9)\n" }.joined())
        #expect(
            complaint(CIFAR10.self, folder.path) == "CIFAR-10 has two classes of the name 'name0'")
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
        let coarse = try CIFAR100.read(DatasetRequest(path: folder.path, "labels", "coarse"))
        #expect(coarse.labels == [3, 19, 7] && coarse.classNames.count == 20)
        #expect(coarse.features.row(2) == [Float](repeating: 9, count: 3072))
    }

    @Test func `names the file and the byte of what is wrong`() {
        let truncated = cifar10 { name, bytes in
            if name == "data_batch_3.bin" { bytes.removeLast() }
        }
        #expect(
            complaint(CIFAR10.self, truncated.path).contains(
                "data_batch_3.bin ends inside record 2"))
        let mislabelled = cifar10 { name, bytes in if name == "test_batch.bin" { bytes[3073] = 10 }
        }
        #expect(
            complaint(CIFAR10.self, mislabelled.path).contains(
                "test_batch.bin has label 10 at byte 3073"))
        let empty = cifar10 { name, bytes in if name == "data_batch_1.bin" { bytes = [] } }
        #expect(complaint(CIFAR10.self, empty.path).contains("data_batch_1.bin is empty"))
        #expect(complaint(CIFAR10.self, "/no/such").contains("No such file"))
    }

    @Test func `a single file is refused with its folder`() {
        let folder = cifar10 { _, _ in }
        #expect(
            complaint(CIFAR10.self, folder.path + "/test_batch.bin").hasSuffix(
                "is one file of CIFAR-10, which is read from all of its files · give their folder, \(folder.path)"
            ))
    }

    @Test func `a file that an archive lacks is told with the archive`() {
        let folder = cifar10 { _, _ in }
        Shell.run("cd '\(folder.path)' && rm data_batch_3.bin && tar cf a.tar *.bin")
        #expect(
            complaint(CIFAR10.self, folder.path + "/a.tar").hasPrefix(
                "\(folder.path)/a.tar: data_batch_3.bin cannot be read"))
    }
}
