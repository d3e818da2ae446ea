import Datasets
import TestSupport
import Numeric
import Testing

@Suite struct MNISTTests {
    private func idx(_ rank: UInt8, _ dimensions: [UInt8], _ bytes: [UInt8]) -> [UInt8] {
        [0, 0, 8, rank] + dimensions.flatMap { [0, 0, 0, $0] } + bytes
    }

    /// Two pictures of 2×3 for training, and two for the test.
    private func mnist() -> TemporaryFolder {
        let folder = TemporaryFolder()
        for prefix in ["train", "t10k"] {
            folder.write("\(prefix)-images-idx3-ubyte", bytes: idx(3, [2, 2, 3], Array(0..<12)))
            folder.write("\(prefix)-labels-idx1-ubyte", bytes: idx(1, [2], [3, 9]))
        }
        return folder
    }

    @Test func `reads IDX files`() throws {
        let folder = mnist()
        let dataset = try MNIST.read(DatasetRequest(path: folder.path))
        #expect(dataset.count == 4 && dataset.dimension == 6 && dataset.labels == [3, 9, 3, 9])
        #expect(dataset.testCount == 2 && dataset.features.row(1) == [6, 7, 8, 9, 10, 11])
        #expect(dataset.image == ImageShape(width: 3, height: 2, channels: 1, maximum: 255))
    }

    @Test func `reads gzipped files of the same names`() throws {
        let folder = mnist()
        let plain = try MNIST.read(DatasetRequest(path: folder.path))
        #expect(Shell.run("gzip '\(folder.path)'/*-ubyte") == 0)
        let packed = try MNIST.read(DatasetRequest(path: folder.path))
        #expect(packed.labels == plain.labels)
        #expect((0..<4).allSatisfy { packed.features.row($0) == plain.features.row($0) })
    }

    @Test func `refuses headers that are not true`() {
        let folder = mnist()
        let images = "train-images-idx3-ubyte"
        folder.write(images, bytes: idx(3, [9, 2, 3], Array(0..<12)))
        #expect(
            complaint(MNIST.self, folder.path).contains(
                "should have 70 bytes by its header, but has 28"))
        folder.write(images, bytes: idx(1, [2], [3, 9]))
        #expect(complaint(MNIST.self, folder.path).contains("is not an IDX file of 3 dimensions"))
        folder.write(images, bytes: idx(3, [0, 2, 3], []))
        #expect(complaint(MNIST.self, folder.path).contains("promises [0, 2, 3] bytes"))
        folder.write(images, bytes: idx(3, [1, 2, 3], Array(0..<6)))
        #expect(complaint(MNIST.self, folder.path).contains("has 2 labels for 1 pictures"))
        folder.write(images, bytes: [0x1F, 0x8B, 8, 0, 0, 0])
        #expect(complaint(MNIST.self, folder.path).contains("cut short"))
    }

    @Test func `names the byte of a label that is no digit`() {
        let folder = mnist()
        folder.write("t10k-labels-idx1-ubyte", bytes: idx(1, [2], [3, 10]))
        #expect(
            complaint(MNIST.self, folder.path)
                == "\(folder.path)/t10k-labels-idx1-ubyte has label 10 at byte 9, but there are only 10 classes"
        )
    }

    @Test func `names the file that a folder lacks`() {
        let folder = TemporaryFolder()
        #expect(
            complaint(MNIST.self, folder.path)
                == "\(folder.path) has no train-images-idx3-ubyte[.gz] · give the folder that holds MNIST's four files"
        )
    }

    @Test func `a single file is refused with its folder`() {
        let folder = mnist()
        #expect(
            complaint(MNIST.self, folder.path + "/train-images-idx3-ubyte").hasSuffix(
                "is one file of MNIST, which is read from all of its files · give their folder, \(folder.path)"
            ))
    }
}
