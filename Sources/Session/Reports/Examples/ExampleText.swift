import Datasets
import Numeric

/// Features as text: `size 3 · colour red`.
enum ExampleText {
    private static let most = 12

    static func of(_ row: [Float], _ dataset: Dataset) -> String {
        let all = dataset.table.map { cells(row, $0) } ?? numbers(row, dataset)
        guard !all.isEmpty else { return "all features are 0" }
        let left = all.count - most
        return all.prefix(most).joined(separator: " · ")
            + (left > 0 ? " · and \(NumberText.count(left)) more" : "")
    }

    /// The name of a feature of data without names is x and its index.
    static func name(_ feature: Int, _ dataset: Dataset) -> String {
        feature < dataset.featureNames.count ? dataset.featureNames[feature] : "x\(feature)"
    }

    /// Of sparse rows those that are not 0.
    private static func numbers(_ row: [Float], _ dataset: Dataset) -> [String] {
        row.indices.filter { !dataset.features.isSparse || row[$0] != 0 }.map {
            "\(name($0, dataset)) \(NumberText.significant(Double(row[$0]), 4))"
        }
    }

    /// A table's columns as they stood in the file.
    private static func cells(_ row: [Float], _ layout: TableLayout) -> [String] {
        var cells: [String] = []
        var from = row.startIndex
        for column in layout.columns {
            let features = row[from..<from + column.width]
            from = features.endIndex
            if column.hasIndicator, features.last == 1 {
                cells.append("\(column.name) missing")
            } else if let categories = column.categories {
                let word = zip(categories, features).first { $1 == 1 }?.0
                cells.append("\(column.name) \(word ?? "missing")")
            } else if let number = features.first {
                cells.append("\(column.name) \(NumberText.significant(Double(number), 6))")
            }
        }
        return cells
    }
}
