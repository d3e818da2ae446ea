import Datasets
import Declarations
import Files
import Numeric
import TestSupport
import Testing

@Suite struct NumPyDataTests {
    private let folder = TemporaryFolder()

    private func read(
        _ x: [UInt8], _ y: [UInt8]? = nil
    ) throws -> Dataset {
        folder.write("x.npy", bytes: x)
        folder.write("y.npy", bytes: y ?? SampleFiles.npy("|u1", "2,") + [0, 1])
        var request = DatasetRequest(path: folder.path + "/x.npy")
        request.values["y"] = folder.path + "/y.npy"
        return try NPY.read(request)
    }

    private func bytes<Number: FixedWidthInteger>(
        _ numbers: [Number], isBigEndian: Bool = false
    ) -> [UInt8] {
        numbers.flatMap { number in
            let bytes = (0..<Number.bitWidth / 8).map {
                UInt8(truncatingIfNeeded: number >> Number($0 * 8))
            }
            return isBigEndian ? bytes.reversed() : bytes
        }
    }

    @Test(arguments: ["<", ">"])
    func `numbers of every type are read`(order: String) throws {
        let isBig = order == ">"
        func row(_ type: String, _ content: [UInt8]) throws -> [Float] {
            let dataset = try read(SampleFiles.npy(order + type, "2, 2") + content)
            return dataset.features.row(0) + dataset.features.row(1)
        }
        let whole: [Float] = [1, -2, 300, 4]
        #expect(try row("i2", bytes([1, -2, 300, 4] as [Int16], isBigEndian: isBig)) == whole)
        #expect(try row("i4", bytes([1, -2, 300, 4] as [Int32], isBigEndian: isBig)) == whole)
        #expect(try row("i8", bytes([1, -2, 300, 4] as [Int64], isBigEndian: isBig)) == whole)
        let positive: [Float] = [1, 2, 300, 4]
        #expect(try row("u2", bytes([1, 2, 300, 4] as [UInt16], isBigEndian: isBig)) == positive)
        #expect(try row("u8", bytes([1, 2, 300, 4] as [UInt64], isBigEndian: isBig)) == positive)
        let parts: [Float] = [0.5, -1.25, 3e5, -0]
        #expect(
            try row("f4", bytes(parts.map(\.bitPattern), isBigEndian: isBig)) == parts)
        #expect(
            try row("f8", bytes(parts.map { Double($0).bitPattern }, isBigEndian: isBig)) == parts)
        // binary16 of 1, −2, 65504 and the smallest number.
        #expect(
            try row("f2", bytes([0x3C00, 0xC000, 0x7BFF, 1] as [UInt16], isBigEndian: isBig))
                == [1, -2, 65504, 0x1p-24])
    }

    @Test func `Fortran's order is read by rows`() throws {
        let header = SampleFiles.npy("|u1", "2, 3", isFortran: true)
        let dataset = try read(header + [1, 4, 2, 5, 3, 6])
        #expect(dataset.features.row(0) == [1, 2, 3] && dataset.features.row(1) == [4, 5, 6])
    }

    @Test func `pictures keep their shape, colours last or first`() throws {
        let pixels = [UInt8](0..<24)
        let last = try read(SampleFiles.npy("|u1", "2, 2, 2, 3") + pixels)
        #expect(last.image?.isInterleaved == true && last.image?.channels == 3)
        let first = try read(SampleFiles.npy("|u1", "2, 3, 2, 2") + pixels)
        #expect(first.image?.isInterleaved == false && first.image?.channels == 3)
        let grey = try read(SampleFiles.npy("|u1", "2, 3, 4") + pixels)
        #expect(grey.image?.width == 4 && grey.image?.height == 3 && grey.image?.channels == 1)
    }

    @Test func `classes are numbers or words`() throws {
        let x = SampleFiles.npy("|u1", "2, 1") + [1, 2]
        #expect(
            try read(x, SampleFiles.npy("|S3", "2,") + Array("catox\0".utf8)).classNames
                == ["cat", "ox"])
        let words = bytes([0xAC00, 0, 0xB098, 0xB2E4] as [UInt32])
        #expect(try read(x, SampleFiles.npy("<U2", "2,") + words).classNames == ["가", "나다"])
        let numbers = bytes([(10.0).bitPattern, (9.0).bitPattern])
        #expect(try read(x, SampleFiles.npy("<f8", "2, 1") + numbers).classNames == ["9", "10"])
    }

    @Test func `an archive's arrays are found by name, and a test set beside them`() throws {
        let path = folder.path + "/a.npz"
        func numbers(_ values: [Float]) -> NumPyArchive.Content {
            .numbers(shape: [values.count, 1], values)
        }
        try NumPyArchive.write(
            [
                ("x_train", numbers([1, 2, 3])), ("y_train", numbers([0, 1, 1])),
                ("x_test", numbers([7])), ("y_test", numbers([1])), ("other", numbers([5, 6, 7])),
            ], to: path)
        let dataset = try NPZ.read(DatasetRequest(path: path))
        #expect(dataset.count == 4 && dataset.testCount == 1 && dataset.labels == [0, 1, 1, 1])
        let chosen = try NPZ.read(DatasetRequest(path: path, "x", "other"))
        #expect(chosen.count == 3 && chosen.features.row(2) == [7])
        #expect(
            complaint(NPZ.self, path, values: DatasetRequest(path: path, "y", "z").values)
                == "\(path) has no array 'z' · it has x_train, y_train, x_test, y_test, other")
    }

    @Test func `float32 rows stay where they are, and their file is watched`() throws {
        let numbers: [Float] = [1, -2.5, 3e7, 4]
        let header = SampleFiles.npy("<f4", "2, 2", padded: true)
        let data = try read(header + bytes(numbers.map(\.bitPattern)))
        #expect(data.features.row(0) == [1, -2.5] && data.features.row(1) == [3e7, 4])
        #expect(data.features.changedFile == nil)
        folder.resize("x.npy", to: header.count + 3)
        data.features.checkFiles()
        #expect(data.features.changedFile == folder.path + "/x.npy")
        // At an odd place they are copied.
        let odd = try #require(
            ["2, 2", "2,  2"].map { SampleFiles.npy("<f4", $0) }.first { $0.count % 4 != 0 })
        let copied = try read(odd + bytes(numbers.map(\.bitPattern)))
        #expect(copied.features.row(1) == [3e7, 4])
        folder.resize("x.npy", to: 3)
        copied.features.checkFiles()
        #expect(copied.features.changedFile == nil)
    }

    @Test func `what does not fit is told`() throws {
        func words(_ x: [UInt8], _ y: [UInt8]? = nil) -> String {
            do { return "\(try read(x, y))" } catch { return (error as? FileError)?.message ?? "" }
        }
        #expect(words(SampleFiles.npy("|u1", "3, 2") + [1, 2]).contains("ends before the last"))
        #expect(
            words(SampleFiles.npy("|u1", "3, 1") + [1, 2, 3]).contains("has 2 classes for the 3"))
        #expect(words(SampleFiles.npy("|O", "2, 1") + [1, 2]).contains("items of the type |O"))
        #expect(words(SampleFiles.npy("<c8", "2, 1") + [1, 2]).contains("items of the type <c8"))
        #expect(words(SampleFiles.npy("|u1", "2") + [1, 2]).contains("features are N×D numbers"))
        let huge = SampleFiles.npy("|u1", "4294967296, 4294967296")
        #expect(words(huge).contains("is not an .npy file"))
        let nan = bytes([Float.nan.bitPattern, 1])
        #expect(words(SampleFiles.npy("<f4", "2, 1") + nan).contains("has nan in row 1"))
        let large = bytes([1e300.bitPattern, 1])
        #expect(words(SampleFiles.npy("<f8", "2, 1") + large).contains("too large for 32 bits"))
        let classes = SampleFiles.npy("<f8", "2,") + bytes([1.bitPattern, Double.nan.bitPattern])
        #expect(
            words(SampleFiles.npy("|u1", "2, 1") + [1, 2], classes)
                .contains("has nan in row 2, which is no class"))
    }

    @Test func `new rows are found beside arrays that are not read`() throws {
        let path = folder.path + "/a.npz"
        try NumPyArchive.write(
            [
                ("x", .numbers(shape: [2, 2], [1, 2, 3, 4])),
                ("y", .numbers(shape: [2], [0, 1])),
            ], to: path)
        let whole = try ByteStorage(mapping: path)
        var bytes = whole.bytes(in: 0..<whole.count)
        // The type of the second array, `<f4`.
        let type = try #require(bytes.lastIndex(of: UInt8(ascii: "<")))
        bytes[type] = UInt8(ascii: "?")
        folder.write("a.npz", bytes: bytes)
        let layout = TableLayout(numbers: ["a", "b"])
        let rows = try NewRows.read(
            path, layout: layout, classNames: ["0", "1"])
        #expect(rows.features.row(1) == [3, 4] && rows.labels == [nil, nil])
    }

    @Test func `an archive without arrays, and one that is cut short, are told`() throws {
        let path = folder.path + "/a.npz"
        try NumPyArchive.write([], to: path)
        for values in [ParameterValues(), DatasetRequest(path: path, "x", "a").values] {
            #expect(
                complaint(NPZ.self, path, values: values)
                    == "\(path) is not an .npz file with arrays · write one with numpy.savez")
        }
        try NumPyArchive.write([("x", .numbers(shape: [1, 1], [1]))], to: path)
        let whole = try ByteStorage(mapping: path)
        folder.write("a.npz", bytes: whole.bytes(in: 0..<whole.count - 30))
        #expect(complaint(NPZ.self, path).hasPrefix("\(path) is cut short"))
    }
}
