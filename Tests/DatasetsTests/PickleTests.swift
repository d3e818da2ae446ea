import Datasets
import Numeric
import Platform
import TestSupport
import Testing

/// CIFAR-10's files for Python, written byte by byte as Python 2 wrote them.
@Suite struct PickleTests {
    private func bytes(_ value: Int, _ width: Int) -> [UInt8] {
        (0..<width).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
    }

    private func string(_ text: String) -> [UInt8] {
        [0x55, UInt8(text.utf8.count)] + Array(text.utf8)
    }

    private func array(_ count: Int, of type: String = "u1") -> [UInt8] {
        let pixels = (0..<count * 3072).map { UInt8(truncatingIfNeeded: $0 &* 37) }
        var text: [UInt8] = Array("cnumpy.core.multiarray\n_reconstruct\nq\u{1}".utf8)
        text += Array("cnumpy\nndarray\nK".utf8) + [0, 0x85] + string("b") + [0x87, 0x52]
        text += [0x28, 0x4B, 1, 0x4D] + bytes(count, 2) + [0x4D] + bytes(3072, 2) + [0x86]
        text += Array("cnumpy\ndtype\n".utf8) + string(type) + [0x4B, 0, 0x4B, 1, 0x87, 0x52]
        text += [0x28, 0x4B, 3, 0x55, 1, 0x7C, 0x4E, 0x4E, 0x4E, 0x74, 0x62]
        return text + [0x89, 0x54] + bytes(pixels.count, 4) + pixels + [0x74, 0x62]
    }

    private func batch(
        labels: [UInt8] = [3, 9], _ array: [UInt8]? = nil, before: [UInt8] = []
    ) -> [UInt8] {
        var text: [UInt8] = [0x80, 2] + before + [0x7D, 0x71, 0, 0x28]
        text += string("data") + (array ?? self.array(2)) + string("labels") + [0x5D, 0x28]
        text += labels.flatMap { [0x4B, $0] } + [0x65]
        return text + string("batch_label") + string("training batch") + [0x75, 0x2E]
    }

    private func folder(_ first: [UInt8]? = nil) -> TemporaryFolder {
        let folder = TemporaryFolder()
        for name in (1...5).map({ "data_batch_\($0)" }) + ["test_batch"] {
            folder.write(name, bytes: name == "data_batch_1" ? first ?? batch() : batch())
        }
        return folder
    }

    /// What is said of a folder whose first file has these bytes.
    private func words(about first: [UInt8]) -> String {
        let folder = folder(first)
        return complaint(CIFAR10.self, folder.path)
    }

    @Test func `reads the pickles of Python 2 where they lie`() throws {
        let folder = folder()
        let dataset = try CIFAR10.read(DatasetRequest(path: folder.path))
        #expect(dataset.count == 12 && dataset.testCount == 2 && dataset.dimension == 3072)
        #expect(dataset.labels.prefix(3) == [3, 9, 3] && dataset.classNames[3] == "cat")
        let expected = (3072..<6144).map { Float(UInt8(truncatingIfNeeded: $0 &* 37)) }
        #expect(dataset.features.row(3) == expected)
    }

    @Test(arguments: [0, 100, 6_300])
    func `a pickle that is shortened while it is read is named`(left: Int) {
        let folder = folder()
        let words = FaultInjection.changing { [folder] path in
            if path.hasSuffix("data_batch_4") { folder.resize("data_batch_4", to: left) }
        } _: {
            complaint(CIFAR10.self, folder.path)
        }
        #expect(words.hasPrefix("\(folder.path)/data_batch_4 was shortened by another program"))
    }

    @Test func `takes the class names of batches.meta`() throws {
        let folder = folder()
        var meta: [UInt8] = [0x80, 2, 0x7D, 0x28] + string("label_names") + [0x5D, 0x28]
        for index in 0..<10 { meta += string("name\(index)") }
        folder.write("batches.meta", bytes: meta + [0x65, 0x75, 0x2E])
        let dataset = try CIFAR10.read(DatasetRequest(path: folder.path))
        #expect(dataset.classNames == (0..<10).map { "name\($0)" })
    }

    @Test func `runs nothing and names what a file wants to run`() {
        let call: [UInt8] = Array("cposix\nsystem\n".utf8) + string("true") + [0x85, 0x52, 0x30]
        #expect(
            words(about: batch(before: call)).contains(
                "data_batch_1 wants to call posix.system, and lc runs nothing from a file"))
        let object: [UInt8] = Array("i__main__\nThing\n".utf8)
        #expect(
            words(about: batch(before: object)).contains(
                "has the operation INST at byte 2, and lc reads only data from pickles"))
        #expect(
            words(about: batch(before: [0xFE])).contains(
                "has byte 254, which is no operation of a pickle, at byte 2"))
    }

    @Test func `every shorter file is refused in one sentence`() {
        let whole = batch()
        let cuts = Array(0..<120) + stride(from: 120, to: whole.count, by: 311)
        for length in cuts {
            let text = words(about: Array(whole.prefix(length)))
            #expect(text.contains("data_batch_1"), "\(length): \(text)")
        }
    }

    @Test func `says what does not fit`() {
        #expect(
            words(about: batch(labels: [1])).contains(
                "has 1 labels for 2 pictures"))
        #expect(
            words(about: batch(labels: [1, 10])).contains(
                "has a label of picture 2 that is none of the 10 classes"))
        #expect(
            words(about: batch(array(2, of: "f8"))).contains(
                "has an array [2, 3072] of f8 and not of bytes"))
        #expect(
            words(about: batch([0x4E])).contains("without an array data"))
    }
}
