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

    /// After how many weights it looks whether it is given up.
    private static let turns = 1 << 16

    package static func figure(_ call: Invocation, in session: Session) throws(Failure) -> Figure {
        let all = try session.classifier().W.elements
        let bins = call[bins]
        var (low, high, finite, zeros) = (Float.infinity, -Float.infinity, 0, 0)
        for (turn, weight) in all.enumerated() where weight.isFinite {
            if turn.isMultiple(of: Self.turns), Abandonment.isRequested { throw .interrupted }
            (low, high) = (min(low, weight), max(high, weight))
            finite += 1
            if weight == 0 { zeros += 1 }
        }
        if finite == 0 { (low, high) = (0, 0) }
        let width = (high > low ? Double(high) - Double(low) : 1e-12) / Double(bins)
        var counts = [Int](repeating: 0, count: bins)
        for (turn, weight) in all.enumerated() where weight.isFinite {
            if turn.isMultiple(of: Self.turns), Abandonment.isRequested { throw .interrupted }
            let bin = Int(clamping: (Double(weight) - Double(low)) / width)
            counts[max(0, min(bins - 1, bin))] += 1
        }
        let bars = counts.enumerated().map { index, count in
            Bar(
                NumberText.significant(Double(low) + (Double(index) + 0.5) * width, 3),
                Double(count),
                text: NumberText.count(count))
        }
        return Figure(
            "\(NumberText.count(finite)) weights", [.bars(bars)],
            caption: "\(NumberText.count(zeros)) of the weights are exactly zero"
                + (all.count > finite
                    ? ", and \(NumberText.count(all.count - finite)) that are no finite numbers are left out"
                    : ""))
    }
}
