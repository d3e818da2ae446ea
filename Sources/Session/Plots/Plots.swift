package import Declarations
package import Plotting

/// One kind of picture that `plot` makes of a session.
package protocol Plot: Sendable {
    /// The word after `plot`; nil for `plot` alone.
    static var keyword: String? { get }
    static var summary: String { get }
    static var parameters: [any AnyParameter] { get }

    /// What the picture depends on besides the weights.
    static var ingredients: Set<Ingredient> { get }

    /// The picture, and the numbers in it that the record of `plot` has too.
    static func drawing(
        _ call: Invocation, in session: Session
    ) throws(Failure) -> (figure: Figure, record: Record)

    /// The picture, of a plot whose record has nothing more.
    static func figure(_ call: Invocation, in session: Session) throws(Failure) -> Figure
}

extension Plot {
    package static var parameters: [any AnyParameter] { [] }
    package static var ingredients: Set<Ingredient> { Set(Ingredient.allCases) }

    package static func drawing(
        _ call: Invocation, in session: Session
    ) throws(Failure) -> (figure: Figure, record: Record) {
        (try figure(call, in: session), Record())
    }

    package static func figure(
        _ call: Invocation, in session: Session
    ) throws(Failure) -> Figure {
        try drawing(call, in: session).figure
    }
}

/// Every plot there is.
package enum Plots {
    package static let all: [any Plot.Type] = [
        CurvePlot.self, WeightsPlot.self, LinePlot.self, LandscapePlot.self, StepSizePlot.self,
        HistogramPlot.self, BoundaryPlot.self, ReliabilityPlot.self, RunsPlot.self, PathPlot.self,
        TunePlot.self,
    ]

    /// The plot behind a word; nil for `plot` alone.
    static func named(_ keyword: String?) -> (any Plot.Type)? {
        all.first { $0.keyword == keyword }
    }
}
