import Datasets
import Declarations
import Files
import Notebook
import Plotting

/// `plot`, `plot weights`, …
package enum PlotCommand: Command {
    package static let name = "plot"
    package static let group = CommandGroup.pictures
    package static let summary = "draw the last run, the weights, the loss around them, …"
    package static let discussion = "save=FILE.svg writes the picture instead of showing it."
    package static let examples = [
        Example("plot", "loss and accuracy of the last run", setup: "load iris; sgd epochs=2"),
        Example("plot weights", "a picture for each class", setup: "load digits; sgd epochs=1"),
        Example("plot boundary", "the regions of the plane", setup: "load blobs; sgd lr=0.1"),
        Example("plot landscape n=9", "the loss over a plane of weight space"),
    ]

    private static let save = Parameter.optionalText("save", .path, "write an SVG file")

    package static var forms: [Form] {
        Plots.all.map { Form($0.keyword, $0.summary, $0.parameters + [save]) }
    }

    package static func ingredients(of call: Invocation) -> Set<Ingredient> {
        Plots.named(call.keyword)?.ingredients ?? []
    }

    package static func run(_ call: Invocation, in session: Session) throws(Failure) -> Outcome {
        guard let plot = Plots.named(call.keyword) else {
            throw Failure("there is no such plot")
        }
        let figure = try plot.figure(call, in: session)
        guard let path = call[save] else {
            return Outcome(
                outputs: [.figure(figure)], value: .record(["plot": .string(figure.title)]))
        }
        guard path.lowercased().hasSuffix(".svg") else {
            throw Failure(
                "pictures are written as SVG only", hint: "write save=NAME.svg", parameter: "save")
        }
        do throws(FileError) {
            try AtomicFile.write(Array(SVGCanvas().draw(figure).utf8), to: session.expand(path))
        } catch {
            throw Failure(error, parameter: "save")
        }
        return Outcome(
            "  wrote \(path)", record: ["plot": .string(figure.title), "file": .string(path)])
    }
}
