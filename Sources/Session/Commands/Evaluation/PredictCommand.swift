import Datasets
import Declarations
import Files
import Learning
import Numeric
import Platform

/// `predict FILE|train·val·test [save=out.csv] [scores|probabilities]`
package enum PredictCommand: Command {
    package static let name = "predict"
    package static let group = CommandGroup.evaluation
    package static let summary = "the class of each row of a file, or of a part of the data"
    package static let discussion = """
        Rows of a table, of LIBSVM's text or of NumPy's arrays, a picture or a folder of pictures, or CIFAR's
        or MNIST's files go through the same preprocessing as the data that the weights were trained on. A
        picture in a folder with the name of a class is of that class. Columns of a table are matched by name,
        and others are left alone; a column of classes may be there or not, and where it is, the accuracy is
        told. /dev/stdin is a table that comes through a pipe. open model brings a model that save model
        wrote. With --json --quiet there is an object for each row.
        """
    package static let examples = [
        Example(
            "predict test", "the test part's classes", setup: "load iris; sgd epochs=5",
            result: """
                  30 rows of test: setosa 10 · versicolor 9 · virginica 11
                  accuracy 0.9000 (27 of 30)
                …
                """),
        Example(
            "predict test probabilities save=~/p.csv",
            "with the probability of each class, into a file",
            setup: "load iris; loss softmax; sgd epochs=5",
            result: """
                  30 rows of test: …
                …
                  wrote ~/p.csv
                """),
    ]

    private static let rows = Parameter.required(
        "rows", .path, "a file of new rows, /dev/stdin, or train, val, test or dev")
    private static let file = Parameter.optionalText(
        "save", .path, "a .csv file for all rows' classes")
    private static let scores = Parameter.flag("scores", "the score of each class too")
    private static let probabilities = Parameter.flag(
        "probabilities", "the probability of each class too, of a softmax classifier")

    package static let forms = [Form(nil, "", [rows, file, scores, probabilities])]

    package static func ingredients(of call: Invocation) -> Set<Ingredient> {
        [.data, .preprocess]
    }

    package static func run(_ call: Invocation, in session: Session) throws(Failure) -> Outcome {
        let model = try session.model()
        guard !call[probabilities] || model.hasProbabilities else {
            throw Failure(
                "the scores of loss \(model.loss) are no probabilities",
                hint: "write scores, or train with loss softmax", parameter: "probabilities")
        }
        let rows = try newRows(call[self.rows], model, session)
        try session.requestScores(of: rows.examples)
        let prediction = Prediction(
            model, rows.examples, rows.labels, files: rows.files,
            shown: call[probabilities] ? .probabilities : call[scores] ? .scores : .classes)
        var lines = prediction.lines(of: call[self.rows]) + rows.remarks.map { "  \($0)" }
        if let path = call[file] {
            let place = try session.place(for: path, parameter: "save")
            do throws(FileError) {
                try AtomicFile.write(try prediction.csv(), to: place)
            } catch {
                throw Failure(error, parameter: "save")
            }
            lines.append("  wrote \(path)")
        }
        var record = try prediction.record()
        if !rows.remarks.isEmpty { record["remarks"] = .list(rows.remarks.map(Value.string)) }
        return Outcome(lines.joined(separator: "\n"), record: record)
    }

    /// What is to be classified.
    private struct Rows {
        let examples: Examples
        /// The class of each row that has one.
        let labels: [Int32?]
        var remarks: [String] = []
        var files: [String]? = nil
    }

    private static func newRows(
        _ rows: String, _ model: TrainedModel, _ session: Session
    ) throws(Failure) -> Rows {
        if let part = Part(rawValue: rows), !FileSystem.exists(rows) {
            guard session.state.model == nil else {
                throw Failure(
                    "there is no \(rows) part, since the model that was opened has no data",
                    hint: "give a file of rows, or load the data", parameter: "rows")
            }
            let examples = try session.examples(part)
            return Rows(
                examples: examples, labels: (0..<examples.count).map { Int32(examples.label($0)) })
        }
        let new: NewRows
        do throws(FileError) {
            new = try NewRows.read(
                session.expand(rows), layout: model.columns, classNames: model.classNames,
                image: model.image)
        } catch {
            throw Failure(error, parameter: "rows")
        }
        let examples = Examples(
            features: new.features, labels: new.labels.map { $0 ?? 0 },
            rows: .range(0..<new.features.count), scaling: model.scaling,
            classCount: model.classes)
        return Rows(
            examples: examples, labels: new.labels, remarks: new.remarks, files: new.files)
    }
}
