import Files
import Numeric
import Platform

/// Makes data sets of arrays: N×D features, or N pictures of H×W, H×W×C or C×H×W.
enum ArrayData {
    /// Features and their classes, and how messages name the two arrays.
    struct Part {
        let x: NumPyItems
        let y: NumPyItems
        let xName: String
        let yName: String
    }

    /// The first part is for training; a second one is the test set.
    static func dataset(_ name: String, _ parts: [Part]) throws(FileError) -> Dataset {
        for part in parts { try check(part) }
        guard let first = parts.first else { throw FileError("\(name) has no arrays") }
        let sizes = Array(first.x.header.shape.dropFirst())
        for part in parts where Array(part.x.header.shape.dropFirst()) != sizes {
            throw FileError(
                "\(part.xName) has the shape \(part.x.header.shape), and \(first.xName) \(first.x.header.shape)",
                hint: "all but the first size must be equal")
        }
        var words = WordNumbers()
        var codes: [Int32] = []
        for part in parts { codes += try part.y.texts().map { words.number(of: $0) } }
        let (names, classes) = try TableClasses.of(words.words, column: "y", path: first.yName)
        return try Dataset(
            name: name, features: try features(parts), labels: codes.map { classes[Int($0)] },
            classNames: names, image: image(sizes, first.x.header.type),
            testCount: parts.dropFirst().reduce(0) { $0 + $1.y.count })
    }

    private static func check(_ part: Part) throws(FileError) {
        let (x, y) = (part.x.header, part.y.header)
        guard x.shape.count >= 2, x.shape.count <= 4, !x.type.isText else {
            throw FileError(
                "\(part.xName) has the shape \(x.shape)\(x.type.isText ? " of text" : ""), and features are N×D numbers or N pictures",
                hint: "reshape it to N rows")
        }
        guard y.shape.count == 1 || y.shape.count == 2 && y.shape[1] == 1 else {
            throw FileError(
                "\(part.yName) has the shape \(y.shape), and classes are N numbers or words",
                hint: "give one class for each row")
        }
        guard x.shape[0] == y.shape[0] else {
            throw FileError(
                "\(part.yName) has \(y.shape[0]) classes for the \(x.shape[0]) rows of \(part.xName)",
                hint: "the two arrays must belong together")
        }
    }

    /// Bytes stay where they are; other numbers become float32.
    private static func features(_ parts: [Part]) throws(FileError) -> Features {
        let dimension = parts[0].x.header.shape.dropFirst().reduce(1, *)
        let areBytes = parts.allSatisfy {
            $0.x.header.type.isByte && !$0.x.header.isFortranOrdered
        }
        if areBytes {
            let segments = parts.map {
                ByteRows.Segment(
                    storage: $0.x.storage, offset: $0.x.offset, stride: dimension,
                    count: $0.x.header.shape[0])
            }
            return .bytes(ByteRows(segments: segments, dimension: dimension))
        }
        var elements: [Float] = []
        for part in parts {
            try MemoryBudget.requestForFile(
                2 * part.x.count * MemoryLayout<Float>.stride, for: "the numbers of \(part.xName)")
            let numbers = try part.x.numbers()
            for (index, number) in numbers.enumerated() {
                try Interruptible.check(turn: index)
                guard number.isFinite else {
                    throw FileError(
                        "\(part.xName) has \(number) in row \(index / max(dimension, 1) + 1), which is no number to learn from",
                        hint: "replace it, or remove the row")
                }
            }
            elements += numbers
        }
        return .floats(
            FloatRows(
                Matrix(
                    rows: dimension == 0 ? 0 : elements.count / dimension, columns: dimension,
                    elements: elements)))
    }

    /// Pictures have a height, a width and perhaps one or three colours, first or last.
    static func image(_ sizes: [Int], _ type: NumPyType) -> ImageShape? {
        let maximum: Float = type.isByte ? 255 : 1
        switch sizes.count {
        case 2:
            return ImageShape(width: sizes[1], height: sizes[0], channels: 1, maximum: maximum)
        case 3 where sizes[2] == 1 || sizes[2] == 3:
            return ImageShape(
                width: sizes[1], height: sizes[0], channels: sizes[2], maximum: maximum,
                isInterleaved: sizes[2] == 3)
        case 3 where sizes[0] == 1 || sizes[0] == 3:
            return ImageShape(
                width: sizes[2], height: sizes[1], channels: sizes[0], maximum: maximum)
        default: return nil
        }
    }
}
