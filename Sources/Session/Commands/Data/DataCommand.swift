import Datasets
import Declarations
import Numeric

/// `data`
package enum DataCommand: Command {
    package static let name = "data"
    package static let group = CommandGroup.data
    package static let summary = "name, sizes, classes and preprocessing of the loaded data"
    package static let examples = [
        Example(
            "data", "of the data that is loaded",
            result: """
                  iris
                  train 90 · val 30 · test 30 · 4 features · 3 classes
                  classes: setosa, versicolor, virginica
                  preprocess: standardize
                  source: R. A. Fisher 1936, …
                """)
    ]

    private static let fingerprint = Parameter.optionalText(
        "fingerprint", .text, "fail unless the data has this fingerprint")

    package static let forms = [Form(nil, "", [fingerprint])]

    package static func ingredients(of call: Invocation) -> Set<Ingredient> {
        [.data, .preprocess]
    }

    package static func run(_ call: Invocation, in session: Session) throws(Failure) -> Outcome {
        let data = try session.data()
        if let wanted = call[fingerprint] {
            let found = data.dataset.digest.text
            guard wanted == found else {
                throw Failure(
                    "\(data.dataset.name) is not the data that the session was saved with: its fingerprint is \(found), not \(wanted)",
                    hint: "load the same files", parameter: "fingerprint")
            }
            return Outcome(outputs: [], value: .record(record(data)))
        }
        let names = data.dataset.classNames
        var lines = ["  \(data.dataset.name)", "  " + sizes(data)]
        lines.append(
            "  classes: " + names.prefix(20).joined(separator: ", ")
                + (names.count > 20 ? ", …" : ""))
        lines.append("  preprocess: \(data.preprocessing.rawValue)")
        if let note = data.dataset.note { lines.append("  source: \(note)") }
        return Outcome(lines.joined(separator: "\n"), record: record(data))
    }

    /// `train 49 000 · val 1 000 · test 10 000 · 32×32×3 = 3 072 features · 10 classes`
    static func sizes(_ data: LoadedData) -> String {
        let parts = Part.allCases.filter { $0 != .dev || data.split.dev.count > 0 }.map {
            "\($0.rawValue) \(NumberText.count(data.rows(of: $0).count))"
        }
        let shape = data.dataset.image.map { image in
            "\(image.width)×\(image.height)\(image.channels > 1 ? "×\(image.channels)" : "") = "
        }
        return
            (parts + [
                "\(shape ?? "")\(NumberText.count(data.dataset.dimension)) features",
                "\(data.dataset.classCount) classes",
            ]).joined(separator: " · ")
    }

    static func record(_ data: LoadedData) -> Record {
        var record: Record = [
            "name": .string(data.dataset.name), "train": .count(data.split.train.count),
            "val": .count(data.split.val.count), "test": .count(data.split.test.count),
            "features": .count(data.dataset.dimension), "classes": .count(data.dataset.classCount),
            "preprocess": .string(data.preprocessing.rawValue),
        ]
        if data.split.dev.count > 0 { record["dev"] = .count(data.split.dev.count) }
        return record
    }
}
