import Datasets
import Declarations
import Files
import Notebook
import Plotting

/// `plot`, `plot weights`, …
package enum PlotCommand: Command {
    package static let name = "plot"
    package static let group = CommandGroup.pictures
    package static let summary = "draw the last run, the weights, or the loss around the weights"
    package static let discussion = "save=FILE.svg writes the picture instead of showing it."
    package static let examples = [
        Example(
            "plot", "loss and accuracy of the last run", setup: "load iris; sgd epochs=2",
            result: """
                run 1: sgd lr=0.346 epochs=2
                (loss by step) …
                …
                (accuracy by step) …
                …
                """),
        Example(
            "plot weights", "a picture for each class", setup: "load digits; sgd epochs=1",
            result: """
                templates
                …
                       0               1               2               3               4
                …
                       5               6               7               8               9
                each class by its own range of weights
                """),
        Example(
            "plot boundary", "the regions of the plane", setup: "load blobs; sgd lr=0.1",
            result: """
                decision regions
                (y by x)   ● blob0   ▲ blob1   ■ blob2
                …
                """),
        Example(
            "plot landscape n=9", "the loss over a plane of weight space",
            result: """
                loss over a random plane
                (b by a, in W + aU + bV)   ✕ lowest, 1.8023
                …
                from 1.8023 (dark) to 2.1974 (light); W is in the middle
                """),
        Example(
            "plot reliability", "whether probabilities can be relied on",
            setup: "load digits; loss softmax; sgd epochs=2",
            result: """
                reliability, val
                (share that is right by probability of the prediction) …
                …
                expected calibration error …
                """),
        Example(
            "plot tune", "the accuracy on val over the options that tune tried",
            setup: "load iris; reg l2; tune lr=[1e-3, 1e-2, 1e-1] reg=[0, 1e-3]",
            result: """
                val accuracy of 6 candidates
                …
                best: lr=0.1 reg=0; dark is 0.733, light 0.767
                """),
        Example(
            "plot histogram save=~/weights.svg", "a picture for a paper",
            result: "  wrote ~/weights.svg"),
    ]

    private static let save = Parameter.optionalText(
        "save", .path, "write the picture to this .svg file")

    package static var forms: [Form] {
        Plots.all.map { Form($0.keyword, $0.summary, $0.parameters + [save]) }
    }

    package static func suggestion(for word: String) -> String? {
        switch word.lowercased() {
        case "search", "compare", "history", "losses": "write plot runs"
        case "loss", "accuracy", "training": "write plot"
        case "w", "templates", "template": "write plot weights"
        case "lr", "learning_rate": "write plot stepsize"
        case "regions", "classes": "write plot boundary"
        default: nil
        }
    }

    package static func ingredients(of call: Invocation) -> Set<Ingredient> {
        Plots.named(call.keyword)?.ingredients ?? []
    }

    package static func run(_ call: Invocation, in session: Session) throws(Failure) -> Outcome {
        guard let plot = Plots.named(call.keyword) else {
            throw Failure("plot knows no picture of this name")
        }
        var (figure, record) = try plot.drawing(call, in: session)
        record = Record(
            [("plot", .string(figure.title))] + record.fields.map { ($0.name, $0.value) })
        guard let path = call[save] else {
            return Outcome(outputs: [.figure(figure)], value: .record(record))
        }
        guard path.lowercased().hasSuffix(".svg") else {
            throw Failure(
                "plot writes pictures as SVG only", hint: "write save=NAME.svg", parameter: "save")
        }
        let place = try session.place(for: path, parameter: "save")
        do throws(FileError) {
            try AtomicFile.write(Array(SVGCanvas().draw(figure).utf8), to: place)
        } catch {
            throw Failure(error, parameter: "save")
        }
        record["file"] = .string(path)
        return Outcome("  wrote \(path)", record: record)
    }
}
