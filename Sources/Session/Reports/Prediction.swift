import Files
import Learning
import Numeric

/// The classes of rows, and how they are told.
struct Prediction {
    enum Shown { case classes, scores, probabilities }

    private let names: [String]
    private let classes: [Int]
    private let labels: [Int32?]
    private let files: [String]?
    private let shown: Shown
    /// N×C: scores, or probabilities.
    private let numbers: Matrix

    private static let mostLines = 10

    /// With `files`, each row is told by the file that it is in.
    init(
        _ model: TrainedModel, _ examples: Examples, _ labels: [Int32?], files: [String]? = nil,
        shown: Shown
    ) {
        self.files = files
        var numbers = Pass(examples).scores(model.classifier, positions: 0..<examples.count)
        classes = (0..<numbers.rows).map { r in
            let row = numbers.row(r)
            return row.indices.dropFirst().reduce(row.startIndex) { row[$1] > row[$0] ? $1 : $0 }
                - row.startIndex
        }
        if shown == .probabilities {
            for r in 0..<numbers.rows {
                let shares = Softmax().terms(numbers.row(r).map(Double.init), label: 0)
                for (c, share) in shares.enumerated() {
                    numbers.elements[r * numbers.columns + c] = Float(share)
                }
            }
        }
        (self.numbers, self.labels, self.shown) = (numbers, labels, shown)
        names = model.classNames
    }

    private var known: Int { labels.reduce(0) { $0 + ($1 == nil ? 0 : 1) } }
    private var correct: Int {
        zip(classes, labels).reduce(0) { $0 + ($1.1.map { Int($0) } == $1.0 ? 1 : 0) }
    }

    func lines(of rows: String) -> [String] {
        var counts = [Int](repeating: 0, count: names.count)
        for c in classes { counts[c] += 1 }
        let list = names.indices.filter { counts[$0] > 0 }.prefix(20).map {
            "\(names[$0]) \(NumberText.count(counts[$0]))"
        }
        var lines = [
            "  \(NumberText.count(classes.count)) \(classes.count == 1 ? "row" : "rows") of \(rows): \(list.joined(separator: " · "))"
        ]
        if known > 0 {
            lines.append(
                "  accuracy \(NumberText.fixed(Double(correct) / Double(known), 4)) (\(NumberText.count(correct)) of \(NumberText.count(known)))"
            )
        }
        lines.append(table)
        if classes.count > Self.mostLines {
            lines.append(
                "  and \(NumberText.count(classes.count - Self.mostLines)) more; save=FILE.csv writes all"
            )
        }
        return lines
    }

    private var table: String {
        let hasLabels = known > 0
        var table = TextTable(header)
        for r in classes.indices.prefix(Self.mostLines) {
            var cells = [files?[r] ?? String(r + 1), names[classes[r]]]
            if hasLabels { cells.append(labels[r].map { names[Int($0)] } ?? "–") }
            if shown != .classes {
                cells += numbers.row(r).map { NumberText.significant(Double($0), 4) }
            }
            table.add(cells)
        }
        return table.text
    }

    private var header: [String] {
        [files == nil ? "row" : "file", "class"] + (known > 0 ? ["label"] : [])
            + (shown == .classes ? [] : names)
    }

    /// A table with a row for each: its number or file, class, label where there is one, and numbers.
    func csv() throws(FileError) -> [UInt8] {
        let hasLabels = known > 0
        var text = header.map(Self.cell).joined(separator: ",") + "\n"
        for r in classes.indices {
            try Interruptible.check(turn: r)
            var cells = [
                files.map { Self.cell($0[r]) } ?? String(r + 1), Self.cell(names[classes[r]]),
            ]
            if hasLabels { cells.append(labels[r].map { Self.cell(names[Int($0)]) } ?? "") }
            if shown != .classes { cells += numbers.row(r).map { String($0) } }
            text += cells.joined(separator: ",") + "\n"
        }
        return Array(text.utf8)
    }

    private static func cell(_ text: String) -> String {
        text.contains { ",\"\n\r;".contains($0) } || text.hasPrefix(" ") || text.hasSuffix(" ")
            ? "\"\(text.replacing("\"", with: "\"\""))\"" : text
    }

    func record() throws(Failure) -> Record {
        var record: Record = [
            "n": .count(classes.count), "classes": .list(names.map(Value.string)),
            "rows": .list(classes.indices.map { .record(row($0)) }),
        ]
        if known > 0 { record["accuracy"] = .number(Double(correct) / Double(known)) }
        return record
    }

    private func row(_ r: Int) -> Record {
        var record: Record = ["row": .count(r + 1), "class": .string(names[classes[r]])]
        if let files { record["file"] = .string(files[r]) }
        if let label = labels[r] { record["label"] = .string(names[Int(label)]) }
        if shown != .classes {
            let values = numbers.row(r).map { Value.number(Double($0)) }
            record[shown == .scores ? "scores" : "probabilities"] = .list(values)
        }
        return record
    }
}
