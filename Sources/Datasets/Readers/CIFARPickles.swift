import Files
import Numeric
import Platform

/// CIFAR-10 and CIFAR-100 as they are published for Python: pickled dictionaries with an array of
/// pixels and a list of labels. The pixels are mapped where they lie in the files.
struct CIFARPickles {
    let name: String
    let training: [String]
    let test: String
    /// The name of the list of labels in each file.
    let labels: String
    /// The file of class names, and the name of their list in it.
    let meta: (file: String, names: String)

    private static let side = 32
    private static let pixels = 3 * side * side

    var files: [String] { training + [test, meta.file] }

    /// Whether a folder holds these files.
    func isIn(_ folder: String) -> Bool { FileStatus.isFile("\(folder)/\(training[0])") }

    func dataset(in folder: String, usualNames: [String]) throws(FileError) -> Dataset {
        let names = try classNames(in: folder, usual: usualNames)
        var segments: [ByteRows.Segment] = []
        var allLabels: [Int32] = []
        var testCount = 0
        for file in training + [test] {
            let path = "\(folder)/\(file)"
            let pickle = try PickleReader.read(path, try Self.map(path))
            let rows = try Self.rows(of: pickle, path: path)
            let labels = try self.labels(of: pickle, path: path, classes: names.count)
            let pictures = rows.places.count / Self.pixels
            guard pictures == labels.count else {
                throw FileError(
                    "\(path) has \(labels.count) labels for \(pictures) pictures",
                    hint: "download it again")
            }
            segments.append(
                ByteRows.Segment(
                    storage: rows.storage, offset: rows.places.lowerBound, stride: Self.pixels,
                    count: pictures))
            allLabels += labels
            if file == test { testCount = labels.count }
        }
        return try Dataset(
            name: name, features: .bytes(ByteRows(segments: segments, dimension: Self.pixels)),
            labels: allLabels, classNames: names,
            image: ImageShape(width: Self.side, height: Self.side, channels: 3, maximum: 255),
            testCount: testCount)
    }

    private static func map(_ path: String) throws(FileError) -> ByteStorage {
        do throws(SystemError) { return try ByteStorage(mapping: path) } catch {
            throw FileError(
                "\(path) cannot be read: \(error.reason)",
                hint: "give the folder that holds all files of the data set")
        }
    }

    /// The pixels of all pictures, one after the other.
    private static func rows(of pickle: Pickle, path: String) throws(FileError) -> PickledBytes {
        guard case .array(let place) = pickle["data"] else {
            throw FileError(
                "\(path) is a pickle without an array data",
                hint: "give the files of the data set as they were downloaded")
        }
        let array = pickle.arrays[place]
        guard array.shape.count == 2, array.shape[1] == pixels, array.numberType == "u1",
            !array.isFortranOrdered, let bytes = array.bytes,
            bytes.places.count / pixels == array.shape[0],
            bytes.places.count.isMultiple(of: pixels)
        else {
            throw FileError(
                "\(path) has an array \(array.shape) of \(array.numberType) and not of bytes, \(pixels) a picture",
                hint: "give the files of the data set as they were downloaded")
        }
        return bytes
    }

    private func labels(
        of pickle: Pickle, path: String, classes: Int
    ) throws(FileError) -> [Int32] {
        guard let items = pickle[labels].flatMap({ pickle.items(of: $0) }) else {
            throw FileError(
                "\(path) is a pickle without a list \(labels)",
                hint: "give the files of the data set as they were downloaded")
        }
        return try Interruptible.map(items.count) { index throws(FileError) in
            guard case .number(let label) = items[index], (0..<classes).contains(label) else {
                throw FileError(
                    "\(path) has a label of picture \(index + 1) that is none of the \(classes) classes",
                    hint: "check that it is \(name)")
            }
            return Int32(label)
        }
    }

    private func classNames(in folder: String, usual: [String]) throws(FileError) -> [String] {
        let path = "\(folder)/\(meta.file)"
        guard FileSystem.exists(path) else { return usual }
        let pickle = try PickleReader.read(path, try Self.map(path))
        let items = pickle[meta.names].flatMap { pickle.items(of: $0) } ?? []
        let names = items.compactMap { pickle.text(of: $0) }
        guard names.count == usual.count else {
            throw FileError(
                "\(path) names \(names.count) classes instead of \(usual.count)",
                hint: "remove it or mend it")
        }
        return names
    }
}
