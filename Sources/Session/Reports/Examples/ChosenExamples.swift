import Datasets
import Learning
import Notebook
import Numeric
import Plotting

/// Examples of a part that are to be looked at, each with its class and what it is taken for.
struct ChosenExamples {
    private let dataset: Dataset
    private let part: Part
    /// Their places in the part, as `explain` takes them.
    private let positions: [Int]
    private let rows: [Int]
    /// The class that each is taken for; nil where there are no weights to say so.
    private let taken: [Int]?

    /// The examples at some positions of a part, and what some weights take them for.
    init(
        _ positions: [Int], of part: Part, under classifier: LinearClassifier?, in session: Session
    ) throws(Failure) {
        let examples = try session.examples(part)
        dataset = try session.data().dataset
        (self.part, self.positions) = (part, positions)
        let rows = positions.map { examples.rows[$0] }
        self.rows = rows
        let chosen = Examples(
            features: examples.features, labels: dataset.labels,
            rows: .indices(rows.map(Int32.init)), scaling: examples.scaling,
            classCount: examples.classCount)
        taken = classifier.map { predictions($0, on: chosen) }
    }

    /// Pictures where data are pictures, and text otherwise.
    func output(_ title: String) -> Output {
        if let shape = dataset.image {
            let pictures = positions.indices.map { index in
                ExamplePicture.make(
                    dataset.features.row(rows[index]), shape, label: name(index),
                    note: takenName(index).map { "→ \($0)" } ?? "")
            }
            let places = positions.map(String.init).joined(separator: ", ")
            let legend = taken == nil ? "" : "; → the prediction"
            return .figure(
                Figure(
                    title, [.pictures(pictures)], caption: "\(part.rawValue) \(places)\(legend)"))
        }
        let texts = positions.indices.map { index in
            let verdict = takenName(index).map { taken in
                taken == name(index) ? ", recognized" : ", taken for \(taken)"
            }
            return """
                  \(part.rawValue) \(positions[index]): \(name(index))\(verdict ?? "")
                    \(ExampleText.of(dataset.features.row(rows[index]), dataset))
                """
        }
        return .text(([title] + texts).joined(separator: "\n"))
    }

    /// A record for each.
    var records: [Value] {
        positions.indices.map { index in
            var record: Record = [
                "index": .count(positions[index]), "class": .string(name(index)),
            ]
            record["prediction"] = takenName(index).map(Value.string)
            return .record(record)
        }
    }

    private func name(_ index: Int) -> String {
        dataset.classNames[Int(dataset.labels[rows[index]])]
    }

    private func takenName(_ index: Int) -> String? { taken.map { dataset.classNames[$0[index]] } }
}
