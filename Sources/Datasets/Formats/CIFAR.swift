package import Declarations
package import Files
import Numeric
import Platform

/// CIFAR-10 in its binary layout (Krizhevsky, 2009): records of one label byte and 3 072 pixels,
/// the red plane, then green, then blue.
package enum CIFAR10: DatasetSource {
    package static let name = "cifar10"
    package static let summary = "CIFAR-10's binary files: 60 000 pictures, 32×32×3, 10 classes"
    package static let location: String? = "the folder of data_batch_1.bin … test_batch.bin"

    package static func read(_ request: DatasetRequest) throws(FileError) -> Dataset {
        let names = try CIFARFiles.names(
            "\(request.path)/batches.meta.txt", count: 10,
            otherwise: "airplane automobile bird cat deer dog frog horse ship truck")
        return try CIFARFiles.dataset(
            "CIFAR-10", folder: request.path, training: (1...5).map { "data_batch_\($0).bin" },
            test: "test_batch.bin", labelBytes: 1, labelAt: 0, names: names)
    }
}

/// CIFAR-100: records of a coarse label, a fine label and 3 072 pixels.
package enum CIFAR100: DatasetSource {
    package static let name = "cifar100"
    package static let summary =
        "CIFAR-100's binary files: 60 000 pictures, 32×32×3, 100 or 20 classes"
    package static let location: String? = "the folder of train.bin and test.bin"

    private static let labels = Parameter.choice(
        "labels", default: "fine", of: ["fine", "coarse"], "100 fine classes or 20 coarse ones")
    package static let settings: [any AnyParameter] = [labels]

    package static func read(_ request: DatasetRequest) throws(FileError) -> Dataset {
        let isCoarse = request[labels] == "coarse"
        let count = isCoarse ? 20 : 100
        let names = try CIFARFiles.names(
            "\(request.path)/\(isCoarse ? "coarse" : "fine")_label_names.txt", count: count,
            otherwise: (0..<count).map { "class\($0)" }.joined(separator: " "))
        return try CIFARFiles.dataset(
            "CIFAR-100", folder: request.path, training: ["train.bin"], test: "test.bin",
            labelBytes: 2,
            labelAt: isCoarse ? 0 : 1, names: names)
    }
}

/// What both layouts share.
private enum CIFARFiles {
    static let pixels = 3072

    static func dataset(
        _ name: String, folder: String, training: [String], test: String, labelBytes: Int,
        labelAt: Int,
        names: [String]
    ) throws(FileError) -> Dataset {
        let record = labelBytes + pixels
        var segments: [ByteRows.Segment] = []
        var labels: [Int32] = []
        var testCount = 0
        for file in training + [test] {
            let path = "\(folder)/\(file)"
            let storage = try map(path, folder: folder)
            guard storage.count > 0 else { throw FileError("\(path) is empty") }
            guard storage.count % record == 0 else {
                throw FileError(
                    "\(path) ends inside record \(storage.count / record + 1): its \(storage.count) bytes are not a multiple of \(record)",
                    hint: "download it again")
            }
            let count = storage.count / record
            for index in 0..<count {
                let label = storage[index * record + labelAt]
                guard label < names.count else {
                    throw FileError(
                        "\(path) has label \(label) at byte \(index * record + labelAt), but there are only \(names.count) classes",
                        hint: "check that it is \(name)")
                }
                labels.append(Int32(label))
            }
            segments.append(
                .init(storage: storage, offset: labelBytes, stride: record, count: count))
            if file == test { testCount = count }
        }
        return try Dataset(
            name: name, features: .bytes(ByteRows(segments: segments, dimension: pixels)),
            labels: labels,
            classNames: names, image: ImageShape(width: 32, height: 32, channels: 3, maximum: 255),
            testCount: testCount)
    }

    private static func map(_ path: String, folder: String) throws(FileError) -> ByteStorage {
        do throws(SystemError) {
            return try ByteStorage(mapping: path)
        } catch {
            throw FileError(
                "\(path) cannot be read: \(error.reason)",
                hint: "give the folder that holds the .bin files")
        }
    }

    /// The class names of a text file, a line each; the usual ones where the file is missing.
    static func names(_ path: String, count: Int, otherwise: String) throws(FileError)
        -> [String]
    {
        let usual = otherwise.split(separator: " ").map(String.init)
        guard let storage = try? ByteStorage(mapping: path), storage.count < 65536 else {
            return usual
        }
        let text = unsafe storage.withBytes { bytes in unsafe String(decoding: bytes, as: UTF8.self)
        }
        let lines = text.split(whereSeparator: \.isNewline).map(String.init).filter { !$0.isEmpty }
        guard lines.count == count else {
            throw FileError(
                "\(path) names \(lines.count) classes instead of \(count)",
                hint: "remove it or mend it")
        }
        return lines
    }
}
