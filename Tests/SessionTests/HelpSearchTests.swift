import Session
import Syntax
import Testing

/// `help WORD` finds what a word is about.
@Suite struct HelpSearchTests {
    private func topics(_ statement: String) -> [String] {
        let session = Session()
        session.frontEnd.topics["keys"] = "the keys"
        let result = CommandTests.run(statement, in: session)
        guard case .record(let record) = result.value, case .list(let found)? = record["topics"]
        else { return [] }
        return found.map(\.literal).map { $0.filter { $0 != "\"" } }
    }

    @Test(arguments: [
        ("help momentum", "sgd momentum="), ("help \"learning rate\"", "sgd"),
        ("help learning rate", "sgd"), ("help csv", "load csv"), ("help 손실", "loss"),
        ("help 규제", "reg"), ("help 학습률", "sgd"), ("help hinge", "loss svm"),
        ("help cross-entropy", "loss softmax"), ("help 경사하강법", "gd"), ("help overfitting", "reg"),
        ("help accuracy", "eval"), ("help 정확도", "eval"), ("help Softmax", "loss softmax"),
        ("help minibatch", "sgd"), ("help svm", "loss svm"), ("help 미니배치", "sgd"),
        ("help \"confusion matrix\"", "confusion"), ("help train", "sgd"),
    ])
    func `a word leads to what it is about`(statement: String, expected: String) {
        let found = topics(statement)
        #expect(found.prefix(3).contains(expected), "\(statement): \(found)")
    }

    @Test(arguments: ["language", "files", "regularization", "losses", "functions", "keys"])
    func `topics have pages of their own`(name: String) {
        let session = Session()
        session.frontEnd.topics["keys"] = "the keys"
        let result = CommandTests.run("help \(name)", in: session)
        #expect(result.error == nil && !result.text.isEmpty)
        #expect(topics("help \(name)").isEmpty)
    }

    @Test func `what nothing is about is a mistake with a proposal`() {
        let nothing = CommandTests.run("help xyzzy").error
        #expect(nothing == "there is no help on 'xyzzy' · help lists the commands")
        let slip = CommandTests.run("help laod").error
        #expect(slip == "there is no help on 'laod' · did you mean 'load'?")
    }

    /// Every term leads somewhere that help has.
    @Test(arguments: ["손실 함수", "서포트 벡터", "릿지", "라쏘", "검증", "혼동 행렬", "템플릿", "전처리", "시드", "변수", "종료"])
    func `terms of the lecture lead somewhere`(term: String) {
        #expect(!topics("help \"\(term)\"").isEmpty)
    }

    @Test(arguments: [
        ("sgd lr=0.1", 1, "sgd:"), ("sgd lr=0.1", 5, "lr:"), ("x = sqrt(2)", 6, "sqrt("),
        ("load csv", 7, "load csv"),
    ])
    func `F1 has the page of the word at the cursor`(text: String, place: Int, expected: String) {
        let page = WordHelp.text(at: place, of: text, in: Session())
        #expect(page?.contains(expected) == true, "\(page ?? "nothing")")
    }

    @Test func `F1 on nothing says nothing`() {
        #expect(WordHelp.text(at: 0, of: "", in: Session()) == nil)
        #expect(WordHelp.text(at: 3, of: "zzzz", in: Session()) == nil)
    }
}
