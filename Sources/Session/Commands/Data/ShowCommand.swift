import Datasets
import Declarations
import Learning
import Notebook
import Numeric
import Platform
import Plotting

/// `show [N] [split=train]`
package enum ShowCommand: Command {
    package static let name = "show"
    package static let group = CommandGroup.data
    package static let summary = "examples as pictures, or the number of examples of each class"
    package static let examples = [
        Example(
            "show 5", "the first five training pictures", setup: "load digits",
            result: """
                digits, train
                …
                       3               1               5               4               6
                """),
        Example(
            "show", "iris has no pictures: examples of each class",
            result: """
                iris, train
                setosa … 30
                versicolor … 30
                virginica … 30
                """),
    ]

    private static let mostBars = 40
    private static let count = Parameter.count(
        "n", default: 10, in: 1...100, positional: true, "how many pictures")
    private static let split = Parameter.choice(
        "split", default: "train", of: Part.names, "which part of the data")

    package static let forms = [Form(nil, "", [count, split])]

    package static func run(_ call: Invocation, in session: Session) throws(Failure) -> Outcome {
        let part = Part(rawValue: call[split]) ?? .train
        let examples = try session.examples(part)
        let dataset = try session.data().dataset
        var counts = [Int](repeating: 0, count: dataset.classCount)
        for position in 0..<examples.count where !Parallel.isAbandoned(turn: position) {
            counts[examples.label(position)] += 1
        }
        let record: Record = [
            "split": .string(part.rawValue), "counts": .list(counts.map(Value.count)),
            "classes": .list(dataset.classNames.map(Value.string)),
        ]
        let panel: Panel
        var caption: String?
        if let shape = dataset.image {
            panel = .pictures(
                (0..<min(call[count], examples.count)).map { position in
                    ExamplePicture.make(
                        dataset.features.row(examples.rows[position]), shape,
                        label: dataset.classNames[examples.label(position)])
                })
        } else {
            panel = .bars(
                zip(dataset.classNames, counts).prefix(mostBars).map { name, count in
                    Bar(name, Double(count), text: NumberText.count(count))
                })
            if counts.count > mostBars {
                caption = "the first \(mostBars) of \(counts.count) classes"
            }
        }
        let figure = Figure("\(dataset.name), \(part.rawValue)", [panel], caption: caption)
        return Outcome(outputs: [.figure(figure)], value: .record(record))
    }
}

/// Features as a picture.
enum ExamplePicture {
    static func make(_ row: [Float], _ shape: ImageShape, label: String) -> Picture {
        let area = shape.width * shape.height
        func level(_ channel: Int, _ pixel: Int) -> UInt8 {
            let place =
                shape.isInterleaved ? pixel * shape.channels + channel : channel * area + pixel
            return UInt8(clamping: (row[place] / shape.maximum * 255).rounded())
        }
        let pixels = (0..<area).map { pixel in
            shape.channels == 3
                ? Colour(level(0, pixel), level(1, pixel), level(2, pixel))
                : Colour(grey: level(0, pixel))
        }
        return Picture(width: shape.width, height: shape.height, pixels: pixels, label: label)
    }
}
