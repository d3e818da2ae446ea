import Session
import Testing

/// How an objective is named where it is shown.
@Suite struct ObjectiveTextTests {
    @Test(arguments: [
        ("loss svm", "svm"), ("loss svm squared", "svm squared"),
        ("loss svm margin=2 squared", "svm margin=2 squared"),
        ("loss softmax; reg l2 2.5e4 bias", "softmax + l2 2.5e4 bias"),
        ("reg l1 0.001", "svm + l1 0.001"), ("reg l2 0 bias", "svm"),
        ("reg elastic 0.01", "svm + elastic 0.01"),
        ("reg elastic 0.01 beta=0.25 bias", "svm + elastic 0.01 beta=0.25 bias"),
    ])
    func `an objective names every setting that is not the default`(
        source: String, name: String
    ) {
        let session = Session()
        #expect(
            CommandTests.run("load iris; \(source); sgd steps=1; sgd steps=1", in: session).error
                == nil)
        #expect(session.state.objective.shortName == name)
        for list in ["runs", "compare"] {
            #expect(CommandTests.run(list, in: session).text.contains(" " + name), "\(list)")
        }
    }

    @Test func `reg and status say that the bias is regularized`() {
        let session = Session()
        let formula = "25000 · Σ W², with b among the weights"
        #expect(
            CommandTests.run("reg l2 2.5e4 bias", in: session).text == "  L = 1/N Σ Lᵢ + " + formula
        )
        #expect(CommandTests.run("status", in: session).text.contains(formula))
        #expect(!CommandTests.run("reg l2 2.5e4", in: session).text.contains("b among"))
    }
}
