import Learning
import Notebook
import Plotting
import Session
import Testing

@Suite struct TuneTests {
    private static func trials(_ value: Value) -> [Record] {
        guard case .record(let record) = value, case .list(let trials) = record["trials"] else {
            return []
        }
        return trials.items.compactMap { item -> Record? in
            guard case .record(let trial) = item else { return nil }
            return trial
        }
    }

    private static func figure(_ session: Session) -> Figure? {
        guard case .figure(let figure)? = session.cells.finished.last?.outputs.last else {
            return nil
        }
        return figure
    }

    @Test func `the record has every trial, the best first`() {
        let result = CommandTests.run(
            "load iris; reg l2; tune lr=[1e-3, 1e-2, 1e-1] reg=[0, 1e-3] epochs=2")
        let trials = Self.trials(result.value)
        #expect(trials.count == 6)
        let accuracies = trials.compactMap { $0["val_accuracy"]?.asNumber }
        #expect(accuracies == accuracies.sorted(by: >))
        #expect(Set(trials.compactMap { $0["lr"]?.asNumber }) == [1e-3, 1e-2, 1e-1])
        #expect(trials.allSatisfy { $0["loss"] != nil && $0["stop"] != nil })
    }

    @Test(arguments: [
        "lr=logspace(-3, -1, 3)", "lr=logspace(-3,-1,3)", "lr=(logspace(-3, -1, 3))",
        "lr=[1e-3, 1e-2, 1e-1]",
    ])
    func `a function gives an option its values`(option: String) {
        let trials = Self.trials(CommandTests.run("load iris; tune \(option) epochs=1").value)
        let rates = trials.compactMap { $0["lr"]?.asNumber }.sorted()
        #expect(rates.count == 3)
        for (rate, wanted) in zip(rates, [1e-3, 1e-2, 1e-1]) {
            #expect(abs(rate - wanted) < 1e-12)
        }
    }

    @Test func `statements train each combination from the same state`() {
        let session = Session()
        let result = CommandTests.run(
            """
            load iris
            tune lr=[1e-3, 1e-1] reg=[0, 1e-2] { reg l2 $reg; gd lr=$lr steps=20 }
            """, in: session)
        #expect(result.error == nil)
        let trials = Self.trials(result.value)
        #expect(trials.count == 4)
        for trial in trials {
            let (lr, reg) = (trial["lr"]?.literal ?? "", trial["reg"]?.literal ?? "")
            let alone = CommandTests.run(
                "load iris; reg l2 \(reg); gd lr=\(lr) steps=20; eval val; _.accuracy")
            #expect(alone.value.asNumber == trial["val_accuracy"]?.asNumber)
        }
        // What the best combination leaves is kept, and nothing of the others.
        #expect(session.state.runs.count == 1 && session.state.variables.isEmpty)
        #expect(session.state.objective.strength == trials[0]["reg"]?.asNumber)
        let kept = CommandTests.run("eval val", in: session)
        guard case .record(let record) = kept.value else { return }
        #expect(record["accuracy"]?.asNumber == trials[0]["val_accuracy"]?.asNumber)
    }

    @Test(arguments: [
        (
            "tune { sgd }",
            "tune has no values for the statements to try · give a list, such as lr=[1e-3, 1e-2]"
        ),
        (
            "tune lr=[1] epochs=3 { sgd }",
            "epochs does nothing with statements in { } · give it to sgd in the { }"
        ),
        (
            "tune lr=[1, 2] { loss svm }",
            "in combination 1 of 2: the statements trained nothing · put an optimizer into the { }, such as sgd lr=$lr"
        ),
        (
            "tune lr=[1e-2, -1] { sgd lr=$lr }",
            "in combination 2 of 2: lr must be a number above 0, not -1"
        ),
        (
            "tune lr=[1] { load digits; sgd }",
            "in combination 1 of 1: the statements changed the data or its split, so that accuracies cannot be compared · leave load and split out of the { }"
        ),
    ])
    func `what cannot be tried is refused, and the session stays`(text: String, message: String) {
        let session = Session()
        _ = CommandTests.run("load iris", in: session)
        let before = session.state.digest.value
        #expect(CommandTests.run(text, in: session).error == message)
        #expect(session.state.digest.value == before)
    }

    @Test func `plot tune is a heat map of two options`() throws {
        let session = Session()
        let options = "lr=[1e-4, 1e-2, 1e-1] reg=[0, 1e-3, 1e-1] epochs=1"
        let tuned = CommandTests.run("load iris; reg l2; tune \(options)", in: session).value
        _ = CommandTests.run("plot tune", in: session)
        let figure = try #require(Self.figure(session))
        guard case .chart(let chart)? = figure.panels.first,
            case .heatmap(let grid)? = chart.layers.first
        else {
            Issue.record("no heat map")
            return
        }
        #expect(chart.x.label == "log₁₀ lr" && chart.y.label == "log₁₀ reg, and 0 at the lower end")
        let rates: [Double: Double] = [1e-4: -4, 1e-2: -2, 1e-1: -1]
        // 0 is as far below the least strength above 0 as the next is above it.
        let strengths: [Double: Double] = [0: -5, 1e-3: -3, 1e-1: -1]
        for record in Self.trials(tuned) {
            let lr = try #require(rates[record["lr"]?.asNumber ?? 0])
            let reg = try #require(strengths[record["reg"]?.asNumber ?? 1])
            let accuracy = grid.value(x: lr, y: reg)
            #expect(accuracy == record["val_accuracy"]?.asNumber)
        }
    }

    @Test func `plot tune is a curve of one option, and refuses none`() throws {
        let session = Session()
        _ = CommandTests.run("load iris; tune lr=[1e-3, 1e-1] epochs=1; plot tune", in: session)
        guard case .chart(let chart)? = Self.figure(session)?.panels.first,
            case .line(let points, "train", _)? = chart.layers.first
        else {
            Issue.record("no curve")
            return
        }
        #expect(chart.x.isLogarithmic && points.map(\.x) == [1e-3, 1e-1])
        #expect(
            CommandTests.run("tune lr=[1e-3] epochs=1; plot tune", in: session).error
                == "tune tried one value of every option, which makes no picture · give lists, such as tune lr=[1e-3, 1e-2, 1e-1]"
        )
        #expect(
            CommandTests.run("load iris; plot tune").error
                == "nothing has been tuned yet · try tune lr=[1e-3, 1e-2, 1e-1] reg=[0, 1e-3]")
    }

    @Test func `the reliability of an SVM is refused, and of softmax in the record`() {
        let setup = "load digits; loss softmax; sgd epochs=1"
        let result = CommandTests.run("\(setup); plot reliability val bins=5")
        guard case .record(let record) = result.value, case .list(let bins) = record["bins"] else {
            Issue.record("no bins")
            return
        }
        #expect(bins.items.count == 5 && (record["ece"]?.asNumber ?? -1) >= 0)
        let error = CommandTests.run("load iris; sgd epochs=1; plot reliability").error
        #expect(
            error
                == "the scores of loss svm are no probabilities, whose reliability could be drawn · choose loss softmax, and train"
        )
    }
}
