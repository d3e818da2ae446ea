import Datasets
import Learning
import Numeric
package import Plotting

/// The template of each class: its weights as a picture.
package enum WeightsPlot: Plot {
    package static let keyword: String? = "weights"
    package static let summary = "the template of each class, as a picture"

    package static let ingredients: Set<Ingredient> = [.data]

    package static func figure(_ call: Invocation, in session: Session) throws(Failure) -> Figure {
        let data = try session.data()
        let classifier = try session.classifier()
        let names = data.dataset.classNames
        guard let shape = data.dataset.image else {
            let features = data.dataset.featureNames
            let bars = names.indices.flatMap { c in
                classifier.W.row(c).prefix(12).enumerated().map { d, weight in
                    Bar(
                        "\(names[c]), \(d < features.count ? features[d] : "x\(d)")",
                        Double(abs(weight)),
                        text: NumberText.significant(Double(weight), 3))
                }
            }
            let count = names.count * classifier.dimension
            return Figure(
                "weights", [.bars(Array(bars.prefix(mostBars)))],
                caption: leftOut(count - min(bars.count, mostBars), of: count, "weights"))
        }
        // In raw-pixel units, so that a template looks like an input; each class scaled to its own range.
        let pictures = names.indices.prefix(mostPictures).map { c in
            let row = zip(classifier.W.row(c), data.scaling.scale).map { $0 / $1 }
            let low = row.min() ?? 0
            let range = max((row.max() ?? 1) - low, 1e-30)
            return ExamplePicture.make(
                row.map { ($0 - low) / range * shape.maximum }, shape, label: names[c])
        }
        return Figure(
            "templates", [.pictures(pictures)],
            caption: "each class by its own range of weights"
                + (leftOut(names.count - pictures.count, of: names.count, "classes")
                    .map { "; " + $0 } ?? ""))
    }

    private static let mostBars = 60
    private static let mostPictures = 40

    /// The caption for what does not fit; nil when everything is shown.
    private static func leftOut(_ count: Int, of all: Int, _ things: String) -> String? {
        count > 0
            ? "\(NumberText.count(count)) of the \(NumberText.count(all)) \(things) are left out"
            : nil
    }
}
