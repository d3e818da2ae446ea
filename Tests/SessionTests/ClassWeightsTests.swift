import Learning
import Session
import TestSupport
import Testing

@Suite struct ClassWeightsTests {
    private func run(_ text: String, in session: Session = Session()) -> [String] {
        text.split(separator: ";").map {
            let result = CommandTests.run(String($0), in: session)
            return result.error ?? result.text
        }
    }

    @Test func `balanced weights are measured anew when the training part changes`() {
        let session = Session()
        _ = run("loss softmax weights=balanced; load iris; split val=0 test=0", in: session)
        #expect(session.state.objective.classWeights?.values == [1, 1, 1])
        _ = run("split val=0 test=20%; load digits", in: session)
        #expect(session.state.objective.classWeights?.values.count == 10)
        _ = run("loss softmax", in: session)
        #expect(session.state.objective.classWeights == nil)
    }

    @Test func `given weights go where the classes are other ones, and load says so`() {
        let session = Session()
        _ = run("load iris; loss svm weights={setosa: 2.5}", in: session)
        #expect(session.state.objective.classWeights?.values == [2.5, 1, 1])
        _ = run("split val=30", in: session)
        #expect(session.state.objective.classWeights?.values == [2.5, 1, 1])
        #expect(run("load blobs", in: session)[0].contains("every class counts 1 now"))
        #expect(session.state.objective.classWeights == nil)
    }

    @Test func `lists of runs, the status and models tell the weights`() {
        let home = TemporaryFolder()
        let session = Session(environment: Environment(home: home.path))
        let texts = run(
            "load iris; loss softmax weights=[1, 2, 3]; sgd epochs=1; runs; status; save model ~/m.npz; open model ~/m.npz",
            in: session)
        #expect(texts[3].contains("softmax weights=[1, 2, 3]"))
        #expect(texts[4].contains("setosa 1 · versicolor 2 · virginica 3"))
        #expect(texts[6].contains("loss softmax weights=[1, 2, 3]"))
        home.write("new.csv", "a,b,c,d\n1,2,3,4\n")
        #expect(session.state.model?.hasProbabilities == true)
    }

    @Test func `a saved session repeats a weighted loss to the last bit`() {
        let home = TemporaryFolder()
        let session = Session(environment: Environment(home: home.path))
        _ = run(
            "load iris; split val=20; loss svm weights=balanced; sgd epochs=3; save ~/s.lc",
            in: session)
        let weights = session.state.classifier
        let basis = session.state.examplesBasis
        _ = run("reset; open session ~/s.lc", in: session)
        #expect(session.state.classifier == weights && weights != nil)
        #expect(session.state.examplesBasis == basis)
    }

    @Test(arguments: [
        (
            "load iris; loss svm weights=[1, 2]",
            "weights has 2 numbers, and the data has 3 classes · give a number for each class, or weights=balanced"
        ),
        (
            "load iris; loss svm weights={setoso: 2}",
            "weights names 'setoso', which is no class of the data · did you mean 'setosa'?"
        ),
        (
            "loss svm weights={setosa: 2}",
            "weights by name need the classes of data · load the data first, or give a list"
        ),
        (
            "load iris; loss svm weights=[0, 0, 0]",
            "weights are all 0, so that nothing is left to learn · give a class a weight above 0"
        ),
    ])
    func `weights that fit no classes are refused`(text: String, message: String) {
        let session = Session()
        #expect(CommandTests.run(text, in: session).error == message)
    }

    @Test(arguments: ["[1, -1, 2]", "[1, 2, \"a\"]", "often", "2", "{setosa: -1}", "[1, 1e9, 1]"])
    func `weights that are no numbers from 0 are refused`(weights: String) {
        let error = CommandTests.run("load iris; loss softmax weights=\(weights)").error
        #expect(error?.hasPrefix("weights must be balanced, a list of numbers from 0 to") == true)
    }
}
