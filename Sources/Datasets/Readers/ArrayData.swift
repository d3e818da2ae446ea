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
        try reading(parts.flatMap { [$0.x.storage, $0.y.storage] }[...]) { () throws(FileError) in
            try make(name, parts)
        }
    }

    /// What `body` makes of the bytes of all files, where none of them was shortened meanwhile.
    private static func reading<Result>(
        _ files: ArraySlice<ByteStorage>, _ body: () throws(FileError) -> Result
    ) throws(FileError) -> Result {
        guard let first = files.first else { return try body() }
        return try first.reading { () throws(FileError) in
            try reading(files.dropFirst(), body)
        }
    }

    private static func make(_ name: String, _ parts: [Part]) throws(FileError) -> Dataset {
        for part in parts {
            try check(part)
            try ArrayPieces.check(part.y)
        }
        guard let first = parts.first else { throw FileError("\(name) has no arrays") }
        let sizes = Array(first.x.header.shape.dropFirst())
        for part in parts where Array(part.x.header.shape.dropFirst()) != sizes {
            throw FileError(
                "\(part.xName) has the shape \(part.x.header.shape), and \(first.xName) \(first.x.header.shape)",
                hint: "all but the first size must be equal")
        }
        let (words, codes) = try words(parts)
        let (names, classes) = try TableClasses.of(
            words, in: first.yName, hint: "give a whole number or a word for each class")
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
            for part in parts { try ArrayPieces.check(part.x) }
            let segments = parts.map {
                ByteRows.Segment(
                    storage: $0.x.storage, offset: $0.x.offset, stride: dimension,
                    count: $0.x.header.shape[0])
            }
            return .bytes(ByteRows(segments: segments, dimension: dimension))
        }
        if let rows = try mapped(parts, dimension) {
            try check(rows, parts)
            return .floats(rows)
        }
        return .floats(try copied(parts, dimension))
    }

    /// Rows of float32 that stay where they are; nil where the layout of an array does not allow that.
    private static func mapped(
        _ parts: [Part], _ dimension: Int
    ) throws(FileError) -> FloatRows? {
        let segments = parts.compactMap { part in
            part.x.areFloats
                ? FloatRows.Segment(
                    storage: part.x.storage, offset: part.x.offset, count: part.x.header.shape[0])
                : nil
        }
        guard segments.count == parts.count else { return nil }
        for part in parts { try ArrayPieces.check(part.x) }
        return FloatRows(segments, dimension: dimension)
    }

    /// Numbers are looked at where they are written, and rows only if there is one to be found.
    private static func copied(
        _ parts: [Part], _ dimension: Int
    ) throws(FileError) -> FloatRows {
        let count = parts.reduce(0) { $0 + $1.x.count }
        try MemoryBudget.requestForFile(
            count * MemoryLayout<Float>.stride, for: "the numbers of \(parts[0].xName)")
        let elements = AlignedBuffer<Float>(unwritten: count)
        let writes = elements.writes
        let areFinite = Guarded(true)
        var start = 0
        for part in parts.map(\.x) {
            let offset = start
            try ArrayPieces.forEach(of: part) { items in
                let places = offset + items.lowerBound..<offset + items.upperBound
                elements.takeMemory(of: places)
                writes.withSlice(places) {
                    part.write(items, to: &$0)
                    if !$0.span.areFinite { areFinite.with { $0 = false } }
                }
            }
            start += part.count
        }
        let rows = FloatRows(
            elements, count: dimension == 0 ? 0 : count / dimension, dimension: dimension)
        if !areFinite.with({ $0 }) { try check(rows, parts) }
        return rows
    }

    /// - Throws: the first row with a number that is none to learn from.
    private static func check(_ rows: FloatRows, _ parts: [Part]) throws(FileError) {
        let step = max(1, NumPyItems.part / max(rows.dimension, 1))
        let first = Guarded<Int?>(nil)
        Parallel.forEach((rows.count + step - 1) / step) { piece in
            let places = piece * step..<min(rows.count, (piece + 1) * step)
            guard let row = places.first(where: { rows.firstUnusable(inRow: $0) != nil }) else {
                return
            }
            first.with { $0 = min($0 ?? row, row) }
        }
        try Interruptible.check()
        guard var row = first.with({ $0 }), let column = rows.firstUnusable(inRow: row) else {
            return
        }
        let number = rows.row(row)[column]
        var part = 0
        while row >= parts[part].x.header.shape[0] {
            row -= parts[part].x.header.shape[0]
            part += 1
        }
        throw FileError(
            "\(parts[part].xName) has \(number.isInfinite ? "inf, or a number too large for 32 bits," : "\(number)") in row \(row + 1), which is no number to learn from",
            hint: "replace it, or remove the row")
    }

    /// The different classes as words, and which of them each row has.
    private static func words(
        _ parts: [Part]
    ) throws(FileError) -> (words: [String], codes: [Int32]) {
        var words = WordNumbers()
        var codes: [Int32] = []
        // A number becomes a word where it is met first. Classes are mostly numbered from 0 on.
        var known: [Int: Int32] = [:]
        var small = [Int32](repeating: -1, count: 1024)
        for part in parts {
            guard let numbers = try part.y.wholeNumbers() else {
                let texts = try part.y.texts()
                let noClass = part.y.header.type.kind == .float ? texts.firstIndex(of: "nan") : nil
                if let noClass {
                    throw FileError(
                        "\(part.yName) has nan in row \(noClass + 1), which is no class",
                        hint: "replace it, or remove the row")
                }
                for text in texts { codes.append(words.number(of: text)) }
                continue
            }
            for number in numbers {
                let isSmall = small.indices.contains(number)
                if isSmall, small[number] >= 0 {
                    codes.append(small[number])
                    continue
                }
                let code = known[number] ?? words.number(of: String(number))
                if isSmall { small[number] = code } else { known[number] = code }
                codes.append(code)
            }
        }
        return (words.words, codes)
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
