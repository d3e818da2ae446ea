import Notebook
import Plotting
import Session
import TestSupport
import Testing

/// What every plot does, whichever it is.
@Suite struct PlotTests {
    private static let calls = Plots.all.map { "plot" + ($0.keyword.map { " " + $0 } ?? "") }

    @Test(arguments: calls)
    func `a plot is a picture in the terminal and in a file`(call: String) {
        let home = TemporaryFolder()
        let session = Session(environment: Environment(home: home.path))
        for setup in [
            "load spiral n=60; loss softmax; reg l2 1e-2; solve path=[1e-3, 1e-2]",
            "tune lr=[0.1, 1] epochs=1; sgd epochs=2; sgd epochs=1",
        ] {
            #expect(CommandTests.run(setup, in: session).error == nil)
        }
        #expect(CommandTests.run(call, in: session).error == nil)
        guard case .figure(let figure)? = session.cells.finished.last?.outputs.first else {
            Issue.record("\(call) shows no picture")
            return
        }
        #expect(!figure.title.isEmpty && !figure.panels.isEmpty)
        let saved = CommandTests.run("\(call) save=~/a.svg", in: session)
        #expect(saved.text == "  wrote ~/a.svg")
        #expect(home.read("a.svg").hasSuffix("</svg>\n"))
        #expect(
            CommandTests.run("\(call) save=~/a.png", in: session).error
                == "plot writes pictures as SVG only · write save=NAME.svg")
    }

    @Test(arguments: calls)
    func `a plot without data or runs says what to do first`(call: String) {
        let error = CommandTests.run(call).error
        #expect(
            error == "there is no data yet · load a data set first, for example: load iris"
                || error?.hasPrefix("nothing has been run yet · try sgd") == true
                || error?.hasPrefix("there is no path of optima yet · make one") == true)
    }

    private static let extremes = [
        "load blobs n=30; init scale=1e300", "load blobs n=30; init scale=1e38",
        "load blobs n=30; init scale=1e-45", "load digits; init scale=1e300; search local 1",
        "load spiral n=60; loss svm squared; sgd lr=1e30",
        "load spiral n=60; init scale=1e38; sgd lr=1e30 steps=3",
        "load blobs n=30; search random 1 scale=1e300",
    ]

    @Test(arguments: calls, extremes)
    func `a plot survives weights and losses of any size`(call: String, setup: String) {
        let home = TemporaryFolder()
        let session = Session(environment: Environment(home: home.path))
        _ = CommandTests.run(setup, in: session)
        for options in ["", " save=~/a.svg"] {
            let result = CommandTests.run(call + options, in: session)
            #expect(result.error.map { !$0.isEmpty } ?? true)
            guard case .figure(let figure)? = session.cells.finished.last?.outputs.first else {
                continue
            }
            let style = TerminalStyle(columns: 70, rows: 24, colour: .none, unicode: true)
            #expect(!TerminalCanvas(style).draw(figure).isEmpty)
            #expect(SVGCanvas().draw(figure).hasSuffix("</svg>\n"))
        }
    }

    @Test func `one epoch shows its accuracies as points`() throws {
        let session = Session()
        _ = CommandTests.run("load iris; sgd epochs=1; plot", in: session)
        guard case .figure(let figure)? = session.cells.finished.last?.outputs.last else {
            Issue.record("plot shows no picture")
            return
        }
        #expect(figure.panels.count == 2)
        // The markers in the picture and in its legend.
        let svg = SVGCanvas().element(Figure("", [figure.panels[1]]))
        #expect(svg.matches(of: /class="marker series-0"/).count == 2)
        #expect(svg.matches(of: /class="marker series-1"/).count == 2)
    }
}
