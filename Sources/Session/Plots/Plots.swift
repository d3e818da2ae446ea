package import Plotting

/// One kind of picture that `plot` makes of a session.
package protocol Plot: Sendable {
    /// The word after `plot`; nil for `plot` alone.
    static var keyword: String? { get }
    static var summary: String { get }
    static var parameters: [any AnyParameter] { get }

    static func figure(_ call: Invocation, in session: Session) throws(Failure) -> Figure
}

extension Plot {
    package static var parameters: [any AnyParameter] { [] }
}

/// Every plot there is.
package enum Plots {
    package static let all: [any Plot.Type] = [
        CurvePlot.self, WeightsPlot.self, LinePlot.self, LandscapePlot.self, StepSizePlot.self,
        HistogramPlot.self, BoundaryPlot.self, RunsPlot.self,
    ]
}
