import Files
import Session
import TestSupport
import Testing

@Suite struct ModelTests {
    private let folder = TemporaryFolder()

    private func table(_ name: String, _ rows: Int, from: Int = 0) {
        var text = "id,size,colour,kind\n"
        for row in from..<from + rows {
            let colour = ["red", "blue", "green"][row % 3]
            let kind = row % 3 == 0 ? "yes" : "no"
            text += "\(row),\(row % 7 == 3 ? "" : String(row % 5)),\(colour),\(kind)\n"
        }
        folder.write(name, text)
    }

    private func session(_ text: String) -> (records: [Value], errors: [String]) {
        let session = Session()
        let results = text.split(separator: "\n").map { CommandTests.run(String($0), in: session) }
        return (results.map(\.value), results.compactMap(\.error))
    }

    @Test func `a model that was saved predicts what the session predicted`() throws {
        table("a.csv", 90)
        table("new.csv", 40, from: 100)
        let path = folder.path
        let (records, errors) = session(
            """
            load csv \(path)/a.csv ignore=[id] missing=indicator
            loss softmax; sgd
            predict \(path)/new.csv probabilities
            save model \(path)/m.npz
            reset
            open model \(path)/m.npz
            predict \(path)/new.csv probabilities
            """)
        #expect(errors.isEmpty, "\(errors)")
        let text = records[2].literal
        #expect(text == records[6].literal && text.contains("probabilities"))
        guard case .record(let record) = records[6], case .number(let accuracy) = record["accuracy"]
        else {
            Issue.record("no accuracy")
            return
        }
        #expect(accuracy == 1, "the colour tells the class")
    }

    @Test func `columns are matched by name, words that are unknown are told`() throws {
        table("a.csv", 60)
        let path = folder.path
        folder.write("new.csv", "colour,size\nred,1\npurple,2\n")
        let session = Session()
        _ = CommandTests.run(
            "load csv \(path)/a.csv ignore=[id] missing=mean; sgd", in: session)
        let result = CommandTests.run(
            "predict \(path)/new.csv save=\(path)/out.csv", in: session)
        #expect(result.error == nil && result.text.contains("'purple'"))
        #expect(folder.read("out.csv").hasPrefix("row,class\n1,yes\n2,"))
        folder.write("new.csv", "colour\nred\n")
        let message = CommandTests.run("predict \(path)/new.csv", in: session).error
        #expect(message?.contains("has no column 'size', which the training data has") == true)
    }

    @Test func `what has no probabilities says so, and so does a model without data`() {
        let path = folder.path
        let (_, errors) = session(
            """
            load iris; sgd; save model \(path)/m.npz
            predict val probabilities
            open model \(path)/m.npz
            predict val
            sgd
            open model \(path)/none.npz
            save model \(path)/m.txt
            """)
        #expect(errors.count == 5)
        #expect(errors[0].hasPrefix("the scores of loss svm are no probabilities"))
        #expect(errors[1].contains("the model that was opened has no data"))
        #expect(errors[2].hasPrefix("there is no data yet"))
        #expect(errors[4].hasPrefix("a model is written as .npz"))
    }

    @Test func `a model is written as a network, weights are not`() {
        let path = folder.path
        let (_, errors) = session(
            """
            load iris; sgd; save model \(path)/a.onnx; save \(path)/b.ONNX
            save weights \(path)/c.onnx
            save model \(path)/none/d.onnx
            """)
        #expect(errors.count == 2 && errors[0].hasPrefix("weights are written as .npz"))
        #expect(errors.last?.contains("there is no folder") == true)
        // Both begin with the IR version, field 1, which is 7, and the producer's name.
        for name in ["a.onnx", "b.ONNX"] {
            #expect(folder.read(name).hasPrefix("\u{8}\u{7}\u{12}\u{2}lc"))
        }
    }

    @Test func `new rows without the class, in another order, with more columns`() {
        let path = folder.path
        table("a.csv", 90)
        folder.write("new.csv", "note,colour,size\nx,red,\ny,green,3\n")
        let (records, errors) = session(
            """
            load csv \(path)/a.csv ignore=[id] missing=mean; sgd
            predict \(path)/new.csv
            load csv \(path)/a.csv ignore=[id, size]; sgd
            predict \(path)/new.csv
            """)
        #expect(records[1].literal.contains("size: 1 missing, taken as the column's mean"))
        #expect(errors.isEmpty && records[3].literal.contains("remarks") == false)
    }

    @Test func `a model whose arrays do not fit together is refused`() throws {
        let path = folder.path + "/m.npz"
        func arrays(mean: [Float], classes: [String]) -> [(
            name: String, content: NumPyArchive.Content
        )] {
            [
                ("W", .numbers(shape: [2, 2], [1, 2, 3, 4])), ("b", .numbers(shape: [2], [0, 0])),
                ("mean", .numbers(shape: [mean.count], mean)),
                ("scale", .numbers(shape: [2], [1, 1])), ("classes", .texts(classes)),
            ]
        }
        try NumPyArchive.write(arrays(mean: [0], classes: ["a", "b"]), to: path)
        #expect(session("open model \(path)").errors[0].contains("no array mean of 2 numbers"))
        try NumPyArchive.write(arrays(mean: [0, 0], classes: ["a"]), to: path)
        #expect(session("open model \(path)").errors[0].contains("1 names of classes"))
        try NumPyArchive.write(arrays(mean: [0, 0], classes: ["a", "a"]), to: path)
        #expect(session("open model \(path)").errors[0].contains("two classes of one name"))
        let long = String(repeating: "a", count: 10_001)
        try NumPyArchive.write(arrays(mean: [0, 0], classes: [long, "b"]), to: path)
        #expect(session("open model \(path)").errors[0].contains("a name of more than 10000 bytes"))
        try NumPyArchive.write(arrays(mean: [0, 0], classes: ["a", "b"]), to: path)
        #expect(session("open model \(path)").errors.isEmpty)
    }
}
