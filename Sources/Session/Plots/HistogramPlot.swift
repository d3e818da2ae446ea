package import Declarations
import Learning
import Numeric
import Platform
package import Plotting

/// A histogram of the weights.
package enum HistogramPlot: Plot {
    package static let keyword: String? = "histogram"
    package static let summary = "a histogram of the weights"
    package static let parameters: [any AnyParameter] = [bins]

    private static let bins = Parameter.count("bins", default: 20, in: 2...200, "how many bars")

    package static let ingredients: Set<Ingredient> = [.data]

    package static func figure(_ call: Invocation, in session: Session) throws(Failure) -> Figure {
        let all = try session.classifier().W.elements
        let weights = all.filter(\.isFinite)
        let low = Double(weights.min() ?? 0)
        let high = Double(weights.max() ?? 0)
        let width = (high > low ? high - low : 1e-12) / Double(call[bins])
        var counts = [Int](repeating: 0, count: call[bins])
        for weight in weights {
            counts[max(0, min(call[bins] - 1, Int(clamping: (Double(weight) - low) / width)))] += 1
        }
        let bars = counts.enumerated().map { index, count in
            Bar(
                NumberText.significant(low + (Double(index) + 0.5) * width, 3), Double(count),
                text: NumberText.count(count))
        }
        let zeros = weights.filter { $0 == 0 }.count
        return Figure(
            "\(NumberText.count(weights.count)) weights", [.bars(bars)],
            caption: "\(NumberText.count(zeros)) of the weights are exactly zero"
                + (all.count > weights.count
                    ? ", and \(NumberText.count(all.count - weights.count)) that are no finite numbers are left out"
                    : ""))
    }
}
