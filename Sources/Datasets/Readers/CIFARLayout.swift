import Files
import Numeric
import Platform

/// The files of CIFAR-10 and CIFAR-100: records of one or two label bytes and 3 072 pixels, the red
/// plane, then green, then blue.
struct CIFARLayout {
    let name: String
    /// The names of the files of training records.
    let training: [String]
    /// The name of the file of test records.
    let test: String
    /// How many bytes stand before the pixels of a record.
    let labelBytes: Int
    /// Which of these bytes is the label.
    let labelOffset: Int

    private static let side = 32
    private static let pixels = 3 * side * side
    static let image = ImageShape(width: side, height: side, channels: 3, maximum: 255)
    private var record: Int { labelBytes + Self.pixels }

    var files: [String] { training + [test] }

    func dataset(in folder: String, classNames: [String]) throws(FileError) -> Dataset {
        var segments: [ByteRows.Segment] = []
        var labels: [Int32] = []
        var testCount = 0
        for file in files {
            let path = "\(folder)/\(file)"
            let storage = try map(path)
            let fileLabels = try storage.reading { () throws(FileError) in
                try self.labels(in: storage, path: path, classes: classNames.count)
            }
            labels += fileLabels
            segments.append(
                .init(
                    storage: storage, offset: labelBytes, stride: record, count: fileLabels.count))
            if file == test { testCount = fileLabels.count }
        }
        return try Dataset(
            name: name, features: .bytes(ByteRows(segments: segments, dimension: Self.pixels)),
            labels: labels, classNames: classNames,
            image: Self.image,
            testCount: testCount)
    }

    /// The pictures of a single file of CIFAR-10 or CIFAR-100, told by the length of its records, and the
    /// class of each; nil for one that is none of `classes`.
    static func rows(
        inFile path: String, classes: Int
    ) throws(FileError) -> (features: Features, labels: [Int?]) {
        let kinds = [(bytes: 1, label: 0), (bytes: 2, label: classes > 20 ? 1 : 0)]
        let layouts = kinds.map {
            CIFARLayout(
                name: "CIFAR", training: [], test: path, labelBytes: $0.bytes, labelOffset: $0.label
            )
        }
        let size = (try? FileStatus(of: path))?.size ?? 0
        let layout = layouts.first { size % $0.record == 0 } ?? layouts[0]
        let storage = try layout.map(path)
        let count = storage.count / layout.record
        let labels = try storage.reading { () throws(FileError) in
            try Interruptible.map(count) { index in
                let label = Int(storage[index * layout.record + layout.labelOffset])
                return label < classes ? label : nil
            }
        }
        let segment = ByteRows.Segment(
            storage: storage, offset: layout.labelBytes, stride: layout.record, count: count)
        return (.bytes(ByteRows(segments: [segment], dimension: pixels)), labels)
    }

    private func map(_ path: String) throws(FileError) -> ByteStorage {
        let storage: ByteStorage
        do throws(SystemError) { storage = try ByteStorage(mapping: path) } catch {
            throw FileError(
                "\(path) cannot be read: \(error.reason)",
                hint: "give the folder that holds the .bin files")
        }
        guard storage.count > 0 else { throw FileError("\(path) is empty") }
        guard storage.count % record == 0 else {
            throw FileError(
                "\(path) ends inside record \(storage.count / record + 1): its \(storage.count) bytes are not a multiple of \(record)",
                hint: "download it again")
        }
        return storage
    }

    private func labels(
        in storage: ByteStorage, path: String, classes: Int
    ) throws(FileError) -> [Int32] {
        var labels: [Int32] = []
        for place in stride(from: labelOffset, to: storage.count, by: record) {
            try Interruptible.check()
            guard storage[place] < classes else {
                throw FileError(
                    "\(path) has label \(storage[place]) at byte \(place), but there are only \(classes) classes",
                    hint: "check that it is \(name)")
            }
            labels.append(Int32(storage[place]))
        }
        return labels
    }

    /// The class names of a text file with a name on each line; the usual names where there is no
    /// such file.
    static func classNames(_ path: String, usual: [String]) throws(FileError) -> [String] {
        guard let storage = try? ByteStorage(mapping: path), storage.count < 1 << 16 else {
            return usual
        }
        let lines = storage.text().split(whereSeparator: \.isNewline).map(String.init)
        guard lines.count == usual.count else {
            throw FileError(
                "\(path) names \(lines.count) classes instead of \(usual.count)",
                hint: "remove it or mend it")
        }
        return lines
    }
}
