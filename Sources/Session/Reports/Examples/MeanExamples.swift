import Datasets
import Learning
import Notebook
import Numeric
import Plotting

/// The mean of all examples of a part, and of those of each class, before any scaling.
struct MeanExamples {
    private let dataset: Dataset
    /// The mean of each feature, D numbers, by the name of what it is the mean of.
    private let means: [(name: String, values: [Float])]
    /// How many classes are not shown.
    private let left: Int

    private static let mostPictures = 40
    private static let (mostRows, mostColumns) = (40, 8)

    /// With a class, the mean of that class alone.
    init(_ dataset: Dataset, _ examples: Examples, class chosen: Int?) {
        self.dataset = dataset
        var rows = [[Int32]](repeating: [], count: dataset.classCount)
        for position in 0..<examples.count {
            if Parallel.isAbandoned(turn: position) { break }
            rows[examples.label(position)].append(Int32(examples.rows[position]))
        }
        let most = dataset.image == nil ? Self.mostColumns : Self.mostPictures
        let classes = chosen.map { [$0] } ?? Array(rows.indices.filter { !rows[$0].isEmpty })
        var means = classes.prefix(most).map { c in
            (
                dataset.classNames[c],
                columnStatistics(of: dataset.features, rows: .indices(rows[c])).mean
            )
        }
        if chosen == nil {
            let all = columnStatistics(of: dataset.features, rows: examples.rows).mean
            means.insert(("all", all), at: 0)
        }
        self.means = means
        left = max(0, classes.count - most)
    }

    /// The mean of each feature, of all examples or of the class that was chosen.
    var first: [Float] { means.first?.values ?? [] }

    func output(_ title: String) -> Output {
        let caption = left > 0 ? "\(NumberText.count(left)) more classes are left out" : nil
        if let shape = dataset.image {
            let pictures = means.map { ExamplePicture.make($0.values, shape, label: $0.name) }
            return .figure(Figure(title, [.pictures(pictures)], caption: caption))
        }
        return .text(
            [title, table, more, caption.map { "  \($0)" }].compactMap(\.self)
                .joined(separator: "\n"))
    }

    /// A row for each feature; of sparse data for those that are not 0 everywhere.
    private var table: String {
        var table = TextTable(["feature"] + means.map(\.name))
        for d in shown.prefix(Self.mostRows) {
            table.add(
                [ExampleText.name(d, dataset)]
                    + means.map { NumberText.significant(Double($0.values[d]), 4) })
        }
        return table.text
    }

    private var shown: [Int] {
        first.indices.filter { d in
            !dataset.features.isSparse || means.contains { $0.values[d] != 0 }
        }
    }

    private var more: String? {
        let count = shown.count - Self.mostRows
        return count > 0 ? "  and \(NumberText.count(count)) more features" : nil
    }
}
