import Datasets
import Files
import Learning
import Numeric

/// A model as an `.npz` file: `W` (C×D), `b` (C), `mean` (D), `scale` (D), `classes` (C), `features`
/// (D), `loss`; for pictures `image`: width, height, channels, the value of white, and 1 where the colours
/// of a pixel lie side by side; and, for a table, `columns`, `column_mean`, `column_missing`, `categories` and
/// `category_column`, `label` and `missing`. All are numbers or text, which numpy reads without pickle.
enum ModelFile {
    private static let numbers = [
        "W", "b", "mean", "scale", "column_mean", "column_missing", "category_column", "image",
    ]
    private static let texts = [
        "classes", "features", "loss", "columns", "categories", "label", "missing",
    ]

    static func write(_ model: TrainedModel, to path: String) throws(FileError) {
        let (classes, dimension) = (model.classes, model.dimension)
        var arrays: [(name: String, content: NumPyArchive.Content)] = [
            ("W", .numbers(shape: [classes, dimension], model.classifier.W.elements)),
            ("b", .numbers(shape: [classes], model.classifier.b)),
            ("mean", .numbers(shape: [dimension], model.scaling.mean)),
            ("scale", .numbers(shape: [dimension], model.scaling.scale)),
            ("classes", .texts(model.classNames)), ("features", .texts(model.featureNames)),
            ("loss", .texts([model.loss])),
        ]
        if let layout = model.layout { arrays += columns(of: layout) }
        if let image = model.image {
            let numbers = [image.width, image.height, image.channels].map(Float.init)
            let rest = [image.maximum, image.isInterleaved ? 1 : 0]
            arrays.append(("image", .numbers(shape: [5], numbers + rest)))
        }
        try NumPyArchive.write(arrays, to: path)
    }

    private static func columns(
        of layout: TableLayout
    ) -> [(name: String, content: NumPyArchive.Content)] {
        let columns = layout.columns
        let categories = columns.enumerated().flatMap { index, column in
            (column.categories ?? []).map { (word: $0, column: Float(index)) }
        }
        func flags(_ value: (TableLayout.Column) -> Bool) -> [Float] {
            columns.map { value($0) ? 1 : 0 }
        }
        return [
            ("columns", .texts(columns.map(\.name))),
            ("column_mean", .numbers(shape: [columns.count], columns.map(\.mean))),
            (
                "column_missing",
                .numbers(shape: [columns.count], flags(\.hasIndicator))
            ),
            ("categories", .texts(categories.map(\.word))),
            (
                "category_column",
                .numbers(shape: [categories.count], categories.map(\.column))
            ),
            ("label", .texts([layout.labelName])),
            ("missing", .texts([layout.missing?.rawValue ?? ""])),
        ]
    }

    static func read(_ path: String) throws(FileError) -> TrainedModel {
        let items = try NumPyArchive.items(numbers + texts, from: path, limit: 1 << 30)
        let arrays = try Arrays(path: path, items: items)
        guard let W = items["W"], W.header.shape.count == 2 else {
            throw FileError(
                "\(path) has no array W of C×D weights",
                hint: "write a model with save model NAME.npz")
        }
        let (classes, dimension) = (W.header.shape[0], W.header.shape[1])
        guard classes >= 2, dimension >= 1 else {
            throw FileError("\(path) has weights of the shape \(W.header.shape)")
        }
        let mean = try arrays.numbers("mean", dimension)
        let scale = try arrays.numbers("scale", dimension)
        guard !scale.contains(0) else {
            throw FileError("scale in \(path) is zero for a feature")
        }
        let names = try arrays.texts("classes")
        let features = try arrays.texts("features")
        guard names.count == classes, features.isEmpty || features.count == dimension else {
            throw FileError(
                "\(path) has \(names.count) names of classes and \(features.count) of features for \(classes)×\(dimension) weights",
                hint: "write a model with save model NAME.npz")
        }
        guard Set(names).count == names.count else {
            throw FileError("\(path) has two classes of one name")
        }
        let layout = try arrays.layout()
        guard layout.map({ $0.dimension == dimension }) ?? true else {
            throw FileError("\(path) has columns that do not make its \(dimension) features")
        }
        let loss = try arrays.texts("loss").first ?? ""
        return TrainedModel(
            classifier: LinearClassifier(
                W: Matrix(
                    rows: classes, columns: dimension,
                    elements: try arrays.numbers("W", classes * dimension)),
                b: try arrays.numbers("b", classes)),
            scaling: FeatureScaling(mean: mean, scale: scale), classNames: names,
            featureNames: features, layout: layout, image: try arrays.image(dimension), loss: loss,
            hasProbabilities: loss.split(separator: " ").first.map(String.init) == Softmax.name)
    }
}

/// The arrays of a model's file, each checked as it is read.
private struct Arrays {
    let path: String
    let items: [String: NumPyItems]

    init(path: String, items: [String: NumPyItems]) throws(FileError) {
        (self.path, self.items) = (path, items)
    }

    func numbers(_ name: String, _ count: Int) throws(FileError) -> [Float] {
        guard let array = items[name], array.count == count, !array.header.type.isText else {
            throw FileError(
                "\(path) has no array \(name) of \(count) numbers",
                hint: "write a model with save model NAME.npz")
        }
        let numbers = try array.numbers()
        guard numbers.allSatisfy(\.isFinite) else {
            throw FileError("\(name) in \(path) has a number that is not finite")
        }
        return numbers
    }

    /// None where the file has no such array. Names are shown in tables and lists, which a longer one would fill.
    func texts(_ name: String) throws(FileError) -> [String] {
        let texts = try items[name].map { array throws(FileError) in try array.texts() } ?? []
        guard texts.allSatisfy({ $0.utf8.count <= Self.longestName }) else {
            throw FileError("\(name) in \(path) has a name of more than \(Self.longestName) bytes")
        }
        return texts
    }

    private static let longestName = 10_000

    /// How the features are a picture; nil where the file does not say.
    func image(_ dimension: Int) throws(FileError) -> ImageShape? {
        guard items["image"] != nil else { return nil }
        let numbers = try numbers("image", 5)
        let sizes = numbers.prefix(3).compactMap { Int(exactly: $0) }
        guard sizes.count == 3, sizes.allSatisfy({ (1...dimension).contains($0) }),
            sizes[2] == 1 || sizes[2] == 3,
            sizes[0].multipliedReportingOverflow(by: sizes[1] * sizes[2]) == (dimension, false),
            numbers[3] > 0
        else {
            throw FileError(
                "image in \(path) does not make pictures of \(dimension) numbers",
                hint: "write a model with save model NAME.npz")
        }
        return ImageShape(
            width: sizes[0], height: sizes[1], channels: sizes[2], maximum: numbers[3],
            isInterleaved: numbers[4] != 0)
    }

    /// What the columns become; nil where the model was not made of a table.
    func layout() throws(FileError) -> TableLayout? {
        guard items["columns"] != nil else { return nil }
        let names = try texts("columns")
        let means = try numbers("column_mean", names.count)
        let flags = try numbers("column_missing", names.count)
        let words = try texts("categories")
        let owners = try numbers("category_column", words.count)
        var categories = [[String]?](repeating: nil, count: names.count)
        for (word, owner) in zip(words, owners) {
            guard let owner = Int(exactly: owner), names.indices.contains(owner) else {
                throw FileError("category_column in \(path) names no column")
            }
            categories[owner] = (categories[owner] ?? []) + [word]
        }
        let columns = names.indices.map { index in
            TableLayout.Column(
                name: names[index], categories: categories[index], mean: means[index],
                hasIndicator: flags[index] != 0)
        }
        return TableLayout(
            columns: columns, labelName: try texts("label").first ?? "",
            missing: try texts("missing").first.flatMap(TableLayout.Missing.init))
    }
}
