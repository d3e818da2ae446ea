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
        _ = CommandTests.run("load spiral n=60; sgd epochs=2; sgd epochs=1", in: session)
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
                || error?.hasPrefix("nothing has been run yet · try sgd") == true)
    }
}
