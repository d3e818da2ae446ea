import Datasets
import Files
import Platform
import TestSupport
import Testing

/// Readers and generators ask for memory before they take it.
@Suite struct MemoryTests {
    private func complaint(_ source: any DatasetSource.Type, _ path: String = "", left: Int)
        -> String
    {
        MemoryBudget.$testLimits.withValue(MemoryLimits([.init("on this machine", left: left)])) {
            DatasetsTests.complaint(source, path)
        }
    }

    @Test func `tables and sparse rows larger than memory are refused`() {
        let folder = TemporaryFolder()
        folder.write("a.csv", String(repeating: "1,2,3,a\n4,5,6,b\n", count: 10_000))
        folder.write("a.svm", String(repeating: "1 1:2 3:4\n2 7:8\n", count: 10_000))
        #expect(
            complaint(CSV.self, folder.path + "/a.csv", left: 300_000).contains(
                "the table in \(folder.path)/a.csv would take"))
        #expect(
            complaint(LibSVM.self, folder.path + "/a.svm", left: 300_000).contains(
                "the rows of \(folder.path)/a.svm would take"))
        #expect(complaint(CSV.self, folder.path + "/a.csv", left: 1 << 30) == "nothing was thrown")
    }

    @Test func `generated data larger than memory are refused`() {
        for source in [Blobs.self, Spiral.self, Synthetic.self] as [any DatasetSource.Type] {
            #expect(complaint(source, left: 100).contains("features would take"))
        }
    }

    @Test func `a packed file is unpacked to the size of its header and no further`() {
        let folder = TemporaryFolder()
        let header = #"\000\000\010\003\000\000\000\002\000\000\000\003\000\000\000\004"#
        // 20 MB of zeros behind a header that says 24 bytes.
        Shell.run(
            "(printf '\(header)'; head -c 20000000 /dev/zero) | gzip -1 > '\(folder.path)/train-images-idx3-ubyte.gz'"
        )
        #expect(
            complaint(MNIST.self, folder.path, left: 1_000_000).contains(
                "unpacks to more than 40 bytes"))
    }

    @Test func `a packed table asks for memory while it grows`() {
        let folder = TemporaryFolder()
        Shell.run("head -c 20000000 /dev/zero | gzip -1 > '\(folder.path)/a.csv.gz'")
        #expect(
            complaint(CSV.self, folder.path + "/a.csv.gz", left: 3_000_000).contains(
                "a.csv.gz, unpacked, would take"))
    }
}
