import Datasets
package import Declarations
import Learning
import Numeric
package import Plotting

/// The plane of two features, each place in the colour of its predicted class, with training examples.
package enum BoundaryPlot: Plot {
    package static let keyword: String? = "boundary"
    package static let summary = "the predicted class at each place, for data of two features"
    package static let parameters: [any AnyParameter] = [size]

    private static let size = Parameter.count(
        "n", default: 160, in: 10...400, "how many places along each axis")

    package static let ingredients: Set<Ingredient> = [.data, .preprocess]

    package static func figure(_ call: Invocation, in session: Session) throws(Failure) -> Figure {
        let data = try session.data()
        guard data.dataset.dimension == 2 else {
            throw Failure(
                "plot boundary needs data of two features, and this data has \(data.dataset.dimension)",
                hint: "try load spiral")
        }
        let examples = try session.examples(.train).sample(400)
        let rows = (0..<examples.count).map { data.dataset.features.row(examples.rows[$0]) }
        let x = range(rows.map { Double($0[0]) })
        let y = range(rows.map { Double($0[1]) })
        let across = LossSurroundings.steps(from: x.lowerBound, to: x.upperBound, count: call[size])
        let up = LossSurroundings.steps(from: y.lowerBound, to: y.upperBound, count: call[size])
        let plane = up.flatMap { b in across.flatMap { a in [Float(a), Float(b)] } }
        let places = Examples(
            features: .floats(
                FloatRows(Matrix(rows: plane.count / 2, columns: 2, elements: plane))),
            labels: [Int32](repeating: 0, count: plane.count / 2),
            rows: .range(0..<plane.count / 2),
            scaling: data.scaling, classCount: data.dataset.classCount)
        let classes = predictions(try session.classifier(), on: places).map(Double.init)
        var layers: [Layer] = [.regions(Grid(columns: call[size], values: classes, x: x, y: y))]
        for (index, name) in data.dataset.classNames.enumerated() {
            let points = rows.indices.filter { examples.label($0) == index }.map {
                Point(Double(rows[$0][0]), Double(rows[$0][1]))
            }
            layers.append(.points(points, label: name, colour: index))
        }
        let names = data.dataset.featureNames
        return Figure(
            "decision regions",
            [.chart(Chart(x: Axis(names.first ?? "x"), y: Axis(names.last ?? "y"), layers))])
    }

    /// The finite values with some room around them.
    private static func range(_ values: [Double]) -> ClosedRange<Double> {
        let values = values.filter(\.isFinite)
        let low = values.min() ?? 0
        let high = values.max() ?? 1
        let room = max((high - low) * 0.08, 1e-6)
        return low - room...high + room
    }
}
