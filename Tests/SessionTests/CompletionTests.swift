import Session
import Syntax
import Testing

@Suite struct CompletionTests {
    private let session: Session = {
        let session = Session()
        for line in [
            "load iris; r = sgd epochs=2 lr=1e-2", "point = {lr: 1, inner: {deep: 2, done: 3}}",
            "rate = 3; def trial rate epochs=2 { print $rate }", "eval test",
        ] {
            session.run(cell: Source(name: "", text: line)) { _ in }
        }
        return session
    }()

    private func words(_ line: String) -> [String] {
        Completion.candidates(for: line, in: session).candidates.map(\.text)
    }

    private func detail(_ line: String) -> String? {
        Completion.candidates(for: line, in: session).candidates.first?.detail
    }

    @Test func `commands, definitions and variables begin a statement`() {
        #expect(words("lo") == ["load", "loss"])
        #expect(words("tri") == ["trial"])
        #expect(words("rat") == ["rate"])
        #expect(words("x = sg") == ["sgd"])
        #expect(words("load iris; lo") == ["load", "loss"])
        #expect(words("for i in 1..3 { sg") == ["sgd"])
        #expect(words("repeat 2 {\n  sg") == ["sgd"])
    }

    @Test func `forms, options that are unused, and their values follow`() {
        #expect(words("loss s").contains("svm"))
        #expect(words("sgd ba") == ["batch="])
        #expect(!words("sgd batch=3 ").contains("batch="))
        #expect(words("sgd batch=3 ").contains("epochs="))
        #expect(!words("loss svm squared ").contains("squared"))
        #expect(words("sgd sample=r") == ["replace"])
        #expect(words("eval t") == ["train", "test"])
        #expect(!words("eval test ").contains("train"))
        #expect(words("help sg") == ["sgd"])
        #expect(words("trial ") == ["rate=", "epochs="])
        #expect(words("restore ") == ["1"])
        #expect(words("r = sgd ba") == ["batch="])
    }

    @Test func `a candidate tells its meaning and its default`() {
        #expect(detail("sgd batch")?.contains("[128]") == true)
        #expect(detail("sgd sample=s") == "the default")
        #expect(detail("loa") == "read a data set from files or generate one")
    }

    @Test func `variables, functions and fields stand in expressions`() {
        #expect(words("print $ra") == ["rate"])
        #expect(words("sgd lr=$ra") == ["rate"])
        #expect(words("sgd lr=$point.l") == ["lr"])
        #expect(words("r.lo") == ["loss"])
        #expect(words("point.inner.d") == ["deep", "done"])
        #expect(words("print (r.train") == ["train_accuracy"])
        #expect(words("print \"loss {r.los") == ["loss"])
        #expect(words("_.acc") == ["accuracy"])
        #expect(words("out[4].acc") == ["accuracy"])
        #expect(words("x = log") == ["log(", "logspace("])
        #expect(words("x = (log") == ["log(", "logspace("])
        #expect(words("if ra") == ["rate", "range("])
        #expect(words("x = rate + ra") == ["rate", "range("])
        #expect(words("nothing_here.x") == [])
    }

    @Test func `inside the blocks and behind the words of a statement`() {
        #expect(words("if rate > 2 { sg") == ["sgd"])
        #expect(words("if rate > 2 { sgd } else { sgd ba") == ["batch="])
        #expect(words("while rate > 1 {\n  rate = ra") == ["rate", "range("])
        #expect(words("load iris; eval test; eval t") == ["train", "test"])
        #expect(words("for x in ra") == ["rate", "range("])
        #expect(words("for x ") == ["in"])
        #expect(words("return lo") == ["load", "loss", "log(", "logspace("])
    }

    @Test func `everything that can give a value stands behind an equals sign`() {
        let found = words("r = ")
        for word in ["sgd", "trial", "rate", "log(", "out[", "for"] {
            #expect(found.contains(word))
        }
        #expect(words("for x in ").contains("point"))
        #expect(!words("for x in ").contains("sgd"))
    }

    @Test func `in brackets there are names and no commands`() {
        #expect(words("sgd lr=(ra") == ["rate", "range("])
        #expect(words("tune lr=[rate, ra") == ["rate", "range("])
        #expect(words("print {a: ra") == ["rate", "range("])
        #expect(words("print (max(1, ra") == ["rate", "range("])
    }

    @Test func `in a string there are names only between its braces`() {
        #expect(words("print \"rate {ra") == ["rate", "range("])
        #expect(words("print \"{rate} ra") == [])
        #expect(words("x = \"ra") == [])
        #expect(words("print 'rate {ra") == [])
    }

    @Test(arguments: [
        "def tri", "def trial ra", "for ra", "sgd # ba", "x = 12", "x = rate ", "x = ) + ra", "{ra",
    ])
    func `no candidate fits a new name, a comment, a number, an operator or a mistake`(line: String)
    {
        #expect(words(line) == [])
    }

    @Test func `a string is no place for names, and a path is for the front end`() {
        #expect(words("print \"ra") == [])
        #expect(Completion.candidates(for: "load csv ", in: session).wantsPath)
        #expect(Completion.candidates(for: "load csv \"my fi", in: session).wantsPath)
        #expect(Completion.candidates(for: "load csv \"my fi", in: session).start == 9)
        #expect(Completion.candidates(for: "load csv my\\ fi", in: session).start == 9)
        #expect(Completion.candidates(for: "plot save=pl", in: session).wantsPath)
        #expect(!Completion.candidates(for: "sgd ", in: session).wantsPath)
    }

    private func suggestion(_ line: String) -> String? {
        Completion.suggestion(for: line, in: session).map { "\($0.text)|\($0.note)" }
    }

    @Test func `what is likely to come next is suggested`() {
        #expect(suggestion("loa") == "d|")
        #expect(suggestion("loss ")?.hasPrefix("svm| · softmax") == true)
        #expect(suggestion("sgd ba") == "tch=|")
        #expect(suggestion("sgd batch=")?.hasPrefix("128|") == true)
        #expect(suggestion("load csv ")?.hasPrefix("|PATH") == true)
        #expect(suggestion("sgd sample=b") == "locks|")
        #expect(suggestion("sgd") == nil)
        #expect(suggestion("print \"ab") == nil)
        #expect(suggestion("x = (ra") == nil)
    }

    /// Whatever stands before the cursor, completion answers, and its word is part of the text.
    @Test func `no line is too odd`() {
        var maker = ScriptMaker(seed: 9)
        let odd = Array("\"'(){}[];$=.\\ \n한x1_-{load sgd".unicodeScalars)
        for _ in 0..<3000 {
            var line = String.UnicodeScalarView()
            for _ in 0...maker.below(30) { line.append(odd[maker.below(odd.count)]) }
            let text = String(line)
            let found = Completion.candidates(for: text, in: session)
            #expect((0...text.utf8.count).contains(found.start))
            #expect(String(validating: Array(text.utf8)[found.start...], as: UTF8.self) != nil)
            _ = Completion.suggestion(for: text, in: session)
        }
    }
}
