import Datasets
import Session
import TestSupport
import Testing

@Suite struct CrossvalTests {
    private static func record(_ value: Value) -> Record {
        guard case .record(let record) = value else { return Record() }
        return record
    }

    private static func numbers(_ name: String, of record: Record) -> [Double] {
        guard case .list(let folds) = record["folds"] else { return [] }
        return folds.items.compactMap { Self.record($0)[name]?.asNumber }
    }

    @Test func `the record has every fold, their mean and their deviation`() {
        let result = CommandTests.run("load iris; crossval k=7 { sgd epochs=3 }")
        let record = Self.record(result.value)
        #expect(Self.numbers("fold", of: record) == [1, 2, 3, 4, 5, 6, 7])
        #expect(Self.numbers("n", of: record).reduce(0, +) == 120)
        for name in ["accuracy", "loss"] {
            let all = Self.numbers(name, of: record)
            let mean = all.reduce(0, +) / 7
            let squares = all.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 7
            #expect(abs((record[name]?.asNumber ?? 0) - mean) < 1e-12)
            let deviation = record["\(name)_deviation"]?.asNumber ?? 0
            #expect(abs(deviation - squares.squareRoot()) < 1e-12)
        }
        #expect(result.text.contains("7 folds of 120 examples"))
    }

    @Test(arguments: [
        "load iris", "load iris; loss softmax weights=balanced; reg l2 0.01; sgd epochs=1; x = 3",
        "load spiral n=60; preprocess center; split val=0 dev=10",
    ])
    func `the session is afterwards as it was`(setup: String) {
        let session = Session()
        _ = CommandTests.run(setup, in: session)
        let (before, undo) = (session.state, session.undoCount)
        let text =
            "crossval k=3 stratify { x = 5; preprocess scale; loss svm; seed 9; sgd epochs=1 }"
        #expect(CommandTests.run(text, in: session).error == nil)
        #expect(session.state.digest.value == before.digest.value)
        #expect(session.state.classifier == before.classifier)
        #expect(session.state.data?.split == before.data?.split)
        #expect(session.undoCount == undo)
    }

    @Test func `means and deviations are measured on the training folds`() {
        let once = CommandTests.run("load iris; crossval k=2 { sgd epochs=2 }")
        let again = CommandTests.run(
            "load iris; crossval k=2 { preprocess standardize; sgd epochs=2 }")
        #expect(once.error == nil && once.value.literal == again.value.literal)
    }

    @Test func `weights that were trained before do not reach the folds`() {
        let fresh = CommandTests.run("load iris; crossval { gd steps=3 }")
        let trained = CommandTests.run("load iris; gd steps=50; crossval { gd steps=3 }")
        #expect(fresh.error == nil && fresh.value.literal == trained.value.literal)
    }

    @Test func `the same seed gives the same numbers, another seed others`() {
        func literal(_ options: String) -> String {
            CommandTests.run("load iris; crossval k=4 \(options) { sgd epochs=2 }").value.literal
        }
        #expect(literal("") == literal("") && literal("seed=1") == literal(""))
        #expect(literal("seed=2") != literal("") && literal("stratify") != literal(""))
    }

    @Test func `it stands in loops, in definitions and in another one`() {
        let loop = CommandTests.run(
            "load iris; best = 0; for lr in [1e-4, 1e-1] { r = crossval k=3 { sgd lr=$lr epochs=2 }; best = max(best, r.accuracy) }; print $best"
        )
        #expect(
            loop.error == nil && (Double(loop.text.split(separator: "\n").last ?? "") ?? 0) > 0.5)
        let inner = CommandTests.run(
            "load iris; def cv k rate { return crossval k=$k { sgd lr=$rate epochs=1 } }; print (cv(3, 0.1).k)"
        )
        #expect(inner.error == nil && inner.text.hasSuffix("3"))
        #expect(
            CommandTests.run("load iris; crossval k=2 { crossval k=2 { gd }; gd steps=2 }").error
                == nil)
    }

    @Test(arguments: [
        (
            "crossval k=121 { sgd }",
            "121 folds need 121 examples at least, and train and val have 120 · choose a smaller k"
        ),
        ("crossval { sgd lr=x }", "in fold 1 of 5: lr must be a number above 0, not \"x\""),
        (
            "crossval { loss svm }",
            "in fold 1 of 5: the statements trained nothing · put an optimizer into the { }, such as sgd"
        ),
        (
            "crossval { load digits; sgd }",
            "in fold 1 of 5: the statements changed the data or its split, so that examples of the fold may have been trained on · leave load and split out of the { }"
        ),
        (
            "crossval { split val=3; sgd }",
            "in fold 1 of 5: the statements changed the data or its split, so that examples of the fold may have been trained on · leave load and split out of the { }"
        ),
        (
            "for i in 1..2 { crossval { break } }",
            "in fold 1 of 5: break, continue and return cannot leave these { } · use if and else instead"
        ),
        (
            "crossval",
            "crossval needs statements in { }: what trains the weights · write crossval [k=5] [stratify] [seed=…] { … }"
        ),
        (
            "sgd { gd }",
            "sgd takes no statements in { } · a record is written {name: value, …}, and a value (x)"
        ),
        (
            "crossval { gd } { gd }",
            "crossval takes statements in { } once · put them in the same { }"
        ),
    ])
    func `what cannot be done is refused, and the session stays`(text: String, message: String) {
        let session = Session()
        _ = CommandTests.run("load iris", in: session)
        let before = session.state.digest.value
        #expect(CommandTests.run(text, in: session).error == message)
        #expect(session.state.digest.value == before)
    }

    @Test func `a fold may be a single example, of sparse data too`() {
        let folder = TemporaryFolder()
        folder.write("a.libsvm", (1...20).map { "\($0 % 2) \($0):1 30:0.5\n" }.joined())
        let setup = "load libsvm \(folder.path)/a.libsvm; split val=4 test=2"
        let result = CommandTests.run("\(setup); crossval k=18 { gd steps=1 }")
        #expect(
            Self.numbers("n", of: Self.record(result.value)) == [Double](repeating: 1, count: 18))
    }
}
