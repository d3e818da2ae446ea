import Datasets
import Declarations
import Files
import Learning
import Notebook
import Numeric
import Syntax

/// `save FILE`, `save weights FILE.npz`, `save model FILE.npz|.onnx`
package enum SaveCommand: Command {
    package static let name = "save"
    package static let group = CommandGroup.session
    package static let isRisky = true
    package static let summary = "write the session, the notebook or the weights"
    package static let discussion = """
        The ending of the file's name chooses the form. .lc is a script that repeats every change of
        the session, with its seed and the data's fingerprint; lc verify FILE.lc compares the numbers.
        .md, .html, .ipynb and .json are the notebook with its output; lc test FILE.md runs it again
        and compares. .npz is for numpy and holds W (C×D), b (C), mean (D) and scale (D), float32: the
        scores of raw x are ((x − mean)/scale)·Wᵀ + b. save model adds the names of classes and features,
        what the columns of a table became and the loss, for open model and predict. As .onnx the model
        runs elsewhere: features in (float32, before any scaling; of a table the columns after words
        became features), label and scores out, and the probabilities of softmax. A file is written whole
        or not at all.
        """
    package static let examples = [
        Example(
            "save ~/session.lc", "a script that repeats the session", result: "  wrote ~/session.lc"
        ),
        Example(
            "save ~/notes.md title=\"Lecture 3\"", "the notebook", result: "  wrote ~/notes.md"),
        Example("save weights ~/weights.npz", "for numpy", result: "  wrote ~/weights.npz"),
        Example("save model ~/iris.npz", "for predict", result: "  wrote ~/iris.npz"),
        Example(
            "save model ~/iris.onnx", "for onnxruntime and other programs",
            result: "  wrote ~/iris.onnx"),
    ]

    private static let weights = Parameter.required("path", .path, "an .npz file")
    private static let path = Parameter.required(
        "path", .path,
        "a file whose name ends in .lc, .md, .html, .ipynb, .json, .npz or .onnx")
    private static let model = Parameter.required("path", .path, "an .npz or .onnx file")
    private static let title = Parameter.optionalText(
        "title", .text, "title of the notebook (left out: the file's name)")

    package static let forms = [
        Form(
            nil, "the session as .lc, the notebook as .md, .html, .ipynb or .json", [path, title]),
        Form("weights", "W, b, mean and scale as .npz", [weights]),
        Form(
            "model", "all that predict needs as .npz, or what other programs run as .onnx", [model]),
    ]

    /// The bytes of the array, of its member, and of the archive; in .onnx, of the messages around it.
    package static func weightCopies(of call: Invocation) -> Int {
        isNPZ(call[path]) ? 5 : isONNX(call[path]) ? 7 : 0
    }

    private static func isNPZ(_ path: String) -> Bool { path.lowercased().hasSuffix(".npz") }
    private static func isONNX(_ path: String) -> Bool { path.lowercased().hasSuffix(".onnx") }

    package static func run(_ call: Invocation, in session: Session) throws(Failure) -> Outcome {
        let path = call[self.path]
        if isONNX(path) && call.keyword != "weights" || isNPZ(path) && call.keyword == "model" {
            try writeModel(of: session, to: path)
        } else if isNPZ(path) {
            try writeWeights(of: session, to: path)
        } else if let form = call.keyword {
            throw Failure(
                form == "model"
                    ? "a model is written as .npz or .onnx" : "weights are written as .npz",
                hint: "write save \(form) NAME.npz", parameter: "path")
        } else {
            let text = try text(call, in: session)
            if session.environment.isAbandoned() { throw Failure.interrupted }
            let place = try session.place(for: path, parameter: "path")
            do throws(FileError) {
                try AtomicFile.write(Array(text.utf8), to: place)
            } catch {
                throw Failure(error, parameter: "path")
            }
        }
        return Outcome("  wrote \(path)", record: ["file": .string(path)])
    }

    private static func text(_ call: Invocation, in session: Session) throws(Failure) -> String {
        let path = call[self.path]
        if path.lowercased().hasSuffix(".lc") { return SavedSession.text(session.state) }
        guard let exporter = Exporters.of(path) else {
            let endings = ["lc"] + Exporters.all.map { $0.fileExtension } + ["npz", "onnx"]
            throw Failure(
                "save does not know the ending of \(path)",
                hint: "the endings are " + endings.map { "." + $0 }.joined(separator: ", "),
                parameter: "path")
        }
        let name = path.split(separator: "/").last.map(String.init) ?? path
        let title = call[self.title] ?? String(name.dropLast(exporter.fileExtension.count + 1))
        let cells = session.notebook.map { cell in
            var cell = cell
            cell.isSkipped = cell.isSkipped || isOnlyAboutTheNotebook(cell.source)
            return cell
        }
        return exporter.text(
            NotebookDocument(title: title, seed: session.cells.firstSeed, cells: cells))
    }

    /// Whether a cell only saves or recovers: a test of the notes must not do that again.
    private static func isOnlyAboutTheNotebook(_ source: String) -> Bool {
        let names = Parser.parse(Source(name: "", text: source)).statements.map(\.commandName)
        return !names.isEmpty && names.allSatisfy { $0 == name || $0 == RecoverCommand.name }
    }

    private static func writeModel(of session: Session, to path: String) throws(Failure) {
        let model = try session.model()
        let place = try session.place(for: path, parameter: "path")
        do throws(FileError) {
            if isONNX(path) {
                try ONNXModelFile.write(model, to: place)
            } else {
                try ModelFile.write(model, to: place)
            }
        } catch {
            throw Failure(error, parameter: "path")
        }
    }

    private static func writeWeights(of session: Session, to path: String) throws(Failure) {
        let data = try session.data()
        let classifier = try session.classifier()
        let place = try session.place(for: path, parameter: "path")
        do throws(FileError) {
            try NumPyArchive.write(
                [
                    (
                        "W",
                        .numbers(
                            shape: [classifier.classes, classifier.dimension], classifier.W.elements
                        )
                    ),
                    ("b", .numbers(shape: [classifier.classes], classifier.b)),
                    ("mean", .numbers(shape: [classifier.dimension], data.scaling.mean)),
                    ("scale", .numbers(shape: [classifier.dimension], data.scaling.scale)),
                ], to: place)
        } catch {
            throw Failure(error, parameter: "path")
        }
    }
}
