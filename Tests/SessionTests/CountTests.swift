import Learning
import Session
import Synchronization
import Testing

/// Numbers of examples, weights and losses are what they say.
@Suite struct CountTests {
    @Test func `gradcheck says how many weights and how many biases it checked`() {
        let text = CommandTests.run("load digits; loss softmax; gradcheck 8 examples=20").text
        #expect(text.contains("  8 weights and 10 biases on 20 examples"), "\(text)")
        let all = CommandTests.run("load iris; loss softmax; gradcheck 1000000").text
        #expect(all.contains("  12 weights and 3 biases on 90 examples"), "\(all)")
    }

    @Test func `gradcheck chooses each weight once`() {
        let text = CommandTests.run("load iris; loss softmax; gradcheck 11").text
        #expect(text.contains("  11 weights and 3 biases"), "\(text)")
    }

    @Test(arguments: ["gradient numeric all", "gradient numeric", "sgd", "search local 5"])
    func `progress shows a loss only where there is a loss`(source: String) {
        let losses = Mutex<[Double?]>([])
        let session = Session(
            environment: Environment(progress: { report in
                losses.withLock { $0.append(report.loss) }
            }))
        #expect(CommandTests.run("load iris; " + source, in: session).error == nil)
        let told = losses.withLock { $0 }
        #expect(!told.isEmpty)
        #expect(told.allSatisfy { ($0 == nil) == source.hasPrefix("gradient") && $0 != 0 })
    }

    @Test func `crossval shows after each fold how many are done`() {
        let told = Mutex<[String]>([])
        let session = Session(
            environment: Environment(progress: { report in
                if report.label.hasPrefix("fold") {
                    told.withLock { $0.append("\(report.label) \(report.fraction)") }
                }
            }))
        let result = CommandTests.run("load iris; crossval k=4 { init 0 }", in: session)
        #expect(result.error == nil)
        let lines = told.withLock { $0 }
        #expect(lines == ["fold 1/4 0.25", "fold 2/4 0.5", "fold 3/4 0.75", "fold 4/4 1.0"])
    }

    @Test(arguments: ["val=100%", "val=150%", "test=100%", "val=1.5", "val=0.1%"])
    func `a split whose size says something else than it does is refused`(size: String) {
        let session = Session()
        let error = CommandTests.run("load iris; split \(size)", in: session).error
        #expect(
            error?.contains("must be a share below 100%, or a whole number of examples") == true
                || error?.contains("is less than one example") == true, "\(error ?? "")")
    }

    @Test(arguments: [("val=99% test=0", 149), ("val=1 test=0", 1), ("val=1% test=1", 3)])
    func `shares and numbers of a split are taken as they are written`(sizes: String, count: Int) {
        guard case .record(let record) = CommandTests.run("load iris; split \(sizes)").value,
            case .number(let val) = record["val"], case .number(let test) = record["test"]
        else {
            Issue.record("\(sizes) is refused")
            return
        }
        #expect(Int(val + test) == count)
    }

    @Test func `runs best shows the best, not the first`() {
        let session = Session()
        _ = CommandTests.run("load iris; sgd steps=1; gd steps=1; gd steps=100", in: session)
        let lines = CommandTests.run("runs best=1", in: session).text.split(separator: "\n")
        #expect(lines.count == 3 && lines[1].contains(" 3*"), "\(lines)")
    }

    @Test func `the call that tune keeps gives the same weights when it is typed`() throws {
        let session = Session()
        let tuned = CommandTests.run("load iris; tune lr=[0.1] epochs=3", in: session)
        #expect(tuned.error == nil)
        let run = try #require(session.state.runs.last)
        let call = try #require(run.source.split(separator: " (").first)
        let again = Session()
        #expect(CommandTests.run("load iris; \(call)", in: again).error == nil)
        #expect(again.state.classifier == run.classifier)
    }
}
