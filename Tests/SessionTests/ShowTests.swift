import Notebook
import Plotting
import Session
import Syntax
import TestSupport
import Testing

@Suite struct ShowTests {
    private func session(_ setup: String) -> Session {
        let session = Session()
        _ = CommandTests.run(setup, in: session)
        return session
    }

    private func pictures(_ text: String, in session: Session) -> [Picture] {
        var figures: [Figure] = []
        session.run(cell: Source(name: "test", text: text)) { result in
            for case .figure(let figure) in result.outputs { figures.append(figure) }
        }
        guard case .pictures(let pictures) = figures.first?.panels.first else { return [] }
        return pictures
    }

    private func number(_ name: String, of value: Value) -> Double? {
        guard case .record(let record) = value, case .number(let number) = record[name] else {
            return nil
        }
        return number
    }

    @Test func `pictures have their class below, and with weights what each is taken for`() {
        let session = session("load digits")
        #expect(pictures("show 3", in: session).allSatisfy { $0.note.isEmpty })
        _ = CommandTests.run("sgd epochs=2", in: session)
        let notes = pictures("show 3", in: session)
        #expect(notes.count == 3 && notes.allSatisfy { $0.note.hasPrefix("→ ") })
        let threes = pictures("show class=3 7 split=test", in: session)
        #expect(threes.count == 7 && threes.allSatisfy { $0.label == "3" })
    }

    @Test func `what is taken for another class is what the accuracy misses`() throws {
        let session = session("load digits; sgd epochs=2")
        let result = CommandTests.run("show wrong split=test 100", in: session)
        let wrong = try #require(number("wrong", of: result.value))
        let accuracy = try #require(
            number("accuracy", of: CommandTests.run("eval test", in: session).value))
        #expect(wrong == (359 * (1 - accuracy)).rounded() && wrong > 0)
        let shown = pictures("show wrong split=test 100", in: session)
        #expect(shown.count == Int(wrong))
        #expect(shown.allSatisfy { $0.note != "→ \($0.label)" && !$0.note.isEmpty })
        let parts = (0...9).compactMap {
            number(
                "wrong",
                of: CommandTests.run("show wrong split=test class=\($0)", in: session).value
            )
        }
        #expect(parts.count == 10 && parts.reduce(0, +) == wrong)
    }

    @Test func `other data are rows of named features, words as they stood in the table`() {
        let folder = TemporaryFolder()
        var rows = "size,colour,kind\n"
        for row in 0..<20 {
            rows += "\(row % 2 == 0 ? "" : "4"),\(row % 3 == 0 ? "red" : "blue"),k\(row % 2)\n"
        }
        folder.write("a.csv", rows)
        let session = session("load csv \(folder.path)/a.csv missing=indicator; split val=0 test=0")
        let text = CommandTests.run("show class=k1 1", in: session).text
        #expect(text.contains(": k1\n    size 4 · colour "))
        #expect(CommandTests.run("show class=k0 1", in: session).text.contains("size missing"))
        #expect(CommandTests.run("show", in: session).text.contains("size") == false)
    }

    @Test func `the mean picture is the mean of the pixels`() {
        let session = session("load digits")
        let means = pictures("show mean", in: session)
        #expect(means.map(\.label) == ["all"] + (0...9).map(String.init))
        #expect(means[1] == pictures("show mean class=0", in: session)[0])
        guard case .record(let record) = CommandTests.run("show mean", in: session).value,
            case .list(let values) = record["mean"]
        else {
            Issue.record("no mean")
            return
        }
        #expect(values.count == 64)
    }

    @Test func `a class that is not there is named`() {
        let session = session("load iris")
        let unknown = CommandTests.run("show class=setos", in: session).error
        #expect(unknown?.contains("iris has no class 'setos'") == true)
        #expect(unknown?.contains("did you mean 'setosa'?") == true)
        _ = CommandTests.run("split val=1 test=1", in: session)
        let none = ["setosa", "versicolor", "virginica"].compactMap {
            CommandTests.run("show class=\($0) split=val", in: session).error
        }
        #expect(none.count == 2 && none[0].contains("the val part has no examples of class"))
    }

    @Test func `explain names the prediction and shows the picture`() {
        let session = session("load digits; sgd epochs=2")
        let result = CommandTests.run("explain 3", in: session)
        #expect(pictures("explain 3", in: session).count == 1)
        let label = number("label", of: result.value)
        let prediction = number("prediction", of: result.value)
        #expect(label != nil && prediction != nil)
        #expect(
            result.text.contains(label == prediction ? ", which is right" : ", where "))
    }
}
