import Files
import Numeric
import Platform

extension NewRows {
    /// The rows of an `.npy` file.
    static func array(
        _ path: String, _ dimension: Int, _ image: ImageShape?
    ) throws(FileError) -> NewRows {
        let items = try NumPyArchive.items(inFile: path)
        return NewRows(
            features: try features(items, path, dimension, image),
            labels: Array(repeating: nil, count: items.header.shape.first ?? 0), remarks: [])
    }

    /// The rows of an `.npz` file: its array with one of the usual names, or its only array that has the
    /// model's features; and their classes where it has those.
    static func archive(
        _ path: String, _ dimension: Int, _ classNames: [String], _ image: ImageShape?
    ) throws(FileError) -> NewRows {
        let names = try NumPyArchive.names(in: path)
        let (arrays, problem) = try readable(names, path)
        let fitting = names.filter { name in
            arrays[name].map { fits($0.header, dimension) } ?? false
        }
        let usual = NPZ.usual.x + NPZ.test.x
        guard let name = fitting.count == 1 ? fitting[0] : usual.first(where: fitting.contains),
            let items = arrays[name]
        else {
            if let problem, fitting.isEmpty { throw problem }
            let list = names.prefix(12).map { "\($0) \(arrays[$0]?.header.shape ?? [])" }
            throw FileError(
                "\(path) has \(fitting.isEmpty ? "no array" : "several arrays") of N rows of the model's \(dimension) features",
                hint: list.isEmpty
                    ? "write one with numpy.savez" : "it has \(list.joined(separator: ", "))")
        }
        let count = items.header.shape[0]
        let classes = (NPZ.usual.y + NPZ.test.y).first { word in
            arrays[word].map { $0.count == count && $0.header.shape.count <= 2 } ?? false
        }
        let words = try classes.flatMap { arrays[$0] }?.texts()
        return NewRows(
            features: try features(items, "\(name) in \(path)", dimension, image),
            labels: words.map { TableClasses.match($0, with: classNames) }
                ?? Array(repeating: nil, count: count), remarks: [])
    }

    /// The arrays that can be read, and why one cannot: an archive may have others beside the features.
    private static func readable(
        _ names: [String], _ path: String
    ) throws(FileError) -> (arrays: [String: NumPyItems], problem: FileError?) {
        var arrays: [String: NumPyItems] = [:]
        var problem: FileError?
        for name in names {
            do throws(FileError) {
                arrays[name] = try NumPyArchive.items([name], from: path)[name]
            } catch {
                try Interruptible.check()
                problem = error
            }
        }
        return (arrays, problem)
    }

    private static func fits(_ header: NumPyHeader, _ dimension: Int) -> Bool {
        header.shape.count >= 2 && header.shape.dropFirst().reduce(1, *) == dimension
            && !header.type.isText
    }

    private static func features(
        _ items: NumPyItems, _ name: String, _ dimension: Int, _ image: ImageShape?
    ) throws(FileError) -> Features {
        let features = try self.features(items, name, dimension)
        let sizes = Array(items.header.shape.dropFirst())
        return try arranged(
            features, as: ArrayData.image(sizes, items.header.type), for: image, name)
    }

    /// Bytes stay where they are; other numbers become float32.
    private static func features(
        _ items: NumPyItems, _ name: String, _ dimension: Int
    ) throws(FileError) -> Features {
        guard fits(items.header, dimension) else {
            throw FileError(
                "\(name) has the shape \(items.header.shape), and the model has \(dimension) features",
                hint: "give N×\(dimension) numbers")
        }
        let rows = items.header.shape[0]
        guard rows > 0 else { throw FileError("\(name) has no rows") }
        if items.header.type.isByte, !items.header.isFortranOrdered {
            let segment = ByteRows.Segment(
                storage: items.storage, offset: items.offset, stride: dimension, count: rows)
            return .bytes(ByteRows(segments: [segment], dimension: dimension))
        }
        try MemoryBudget.requestForFile(
            items.count * MemoryLayout<Float>.stride, for: "the numbers of \(name)")
        let numbers = try items.storage.reading { () throws(FileError) in try items.numbers() }
        for (index, number) in numbers.enumerated() {
            try Interruptible.check(turn: index)
            guard number.isFinite else {
                throw FileError(
                    "\(name) has \(number.isInfinite ? "inf, or a number too large for 32 bits," : "\(number)") in row \(index / dimension + 1), which is no number to classify by",
                    hint: "replace it, or remove the row")
            }
        }
        return .floats(
            FloatRows(Matrix(rows: rows, columns: dimension, elements: numbers)))
    }
}
