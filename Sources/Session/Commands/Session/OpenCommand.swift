import Datasets
import Declarations
import Files
import Learning
import Numeric

/// `open weights FILE.npz`, `open model FILE.npz`, `open session FILE.lc`
package enum OpenCommand: Command {
    package static let name = "open"
    package static let group = CommandGroup.session
    package static let isRisky = true
    package static let summary = "read weights, a model, or a session that save wrote"
    package static let discussion = """
        The file of weights must have W (C×D) and b (C). If it has mean and scale (D) too, features
        are scaled by these, so that raw features get the scores that they had where the weights
        were saved.
        """
    package static let examples = [
        Example(
            "open weights ~/weights.npz", "weights that save or numpy wrote",
            setup: "load iris; sgd; save weights ~/weights.npz; init",
            result: "  weights 3×4 from ~/weights.npz"),
        Example(
            "open model ~/iris.npz", "a model that save model wrote",
            setup: "load iris; sgd; save model ~/iris.npz; reset",
            result: "  model of 3 classes and 4 features from ~/iris.npz (loss svm)"),
        Example(
            "open session ~/session.lc", "repeats the session",
            setup: "load iris; sgd; save ~/session.lc; reset",
            result: """
                  seed 1
                  train 90 · val 30 · test 30 · 4 features · 3 classes
                …
                  epoch 10/10  lr 0.346  loss 0.2784 █▂▁▁▁▁▁▁  train 0.889  val 0.767  643 k ex/s  0.00 s
                  the session of ~/session.lc: 3 statements
                """),
    ]

    private static let path = Parameter.required("path", .path, "an .npz file")
    private static let saved = Parameter.required("path", .path, "an .lc or .md file")

    package static let forms = [
        Form("weights", "W and b, with mean and scale if the file has them", [path]),
        Form("model", "a model that save model wrote, for predict; the data goes", [path]),
        Form(
            "session", "replace this session by the one that save FILE.lc or FILE.md wrote", [saved]
        ),
    ]
    package static let isReplay = true

    package static func run(_ call: Invocation, in session: Session) throws(Failure) -> Outcome {
        switch call.keyword {
        case "session": try openSession(call, in: session)
        case "model": try openModel(call, in: session)
        default: try openWeights(call, in: session)
        }
    }

    private static func openModel(_ call: Invocation, in session: Session) throws(Failure)
        -> Outcome
    {
        let model: TrainedModel
        do throws(FileError) { model = try ModelFile.read(session.expand(call[path])) } catch {
            throw Failure(error, parameter: "path")
        }
        session.state.model = model
        session.state.data = nil
        session.state.classifier = nil
        return Outcome(
            "  model of \(NumberText.count(model.classes)) classes and \(NumberText.count(model.dimension)) features from \(call[path]) (loss \(model.loss))",
            record: [
                "file": .string(call[path]), "classes": .list(model.classNames.map(Value.string)),
                "features": .count(model.dimension), "loss": .string(model.loss),
            ])
    }

    private static func openSession(_ call: Invocation, in session: Session) throws(Failure)
        -> Outcome
    {
        let path = session.expand(call[saved])
        let file = try RunnableFile(path, parameter: "path")
        session.state = SessionState()
        session.state.seed = file.seed ?? session.environment.seed
        session.state.firstSeed = session.state.seed
        _ = try session.withWrites(of: path) { () throws(Failure) in try session.replay(file) }
        let count = session.running.trail.count
        return Outcome(
            "  the session of \(call[saved]): "
                + (count == 1 ? "1 statement" : "\(count) statements"),
            record: [
                "file": .string(call[saved]), "statements": .count(session.running.trail.count),
            ])
    }

    /// The bytes of the archive's array, and its numbers.
    package static func weightCopies(of call: Invocation) -> Int {
        call.keyword == "weights" ? 3 : 0
    }

    private static func openWeights(_ call: Invocation, in session: Session) throws(Failure)
        -> Outcome
    {
        let data = try session.data()
        let arrays: [String: NumPyArchive.Array]
        do throws(FileError) {
            // A limit above what fits, so that arrays that are a little too large are told by shape.
            arrays = try NumPyArchive.read(
                ["W", "b", "mean", "scale"], from: session.expand(call[path]),
                limit: max(4 * data.dataset.classCount * data.dataset.dimension, 1 << 20))
        } catch {
            throw Failure(error, parameter: "path")
        }
        let classes = data.dataset.classCount
        let dimension = data.dataset.dimension
        func array(_ name: String, shape: [Int]) throws(Failure) -> [Float]? {
            guard let array = arrays[name] else { return nil }
            guard array.shape == shape, array.values.allSatisfy(\.isFinite) else {
                throw Failure(
                    "\(name) in \(call[path]) is \(array.shape), but \(data.dataset.name) needs finite \(shape)",
                    hint: "load the data these weights belong to first", parameter: "path")
            }
            return array.values
        }
        guard let W = try array("W", shape: [classes, dimension]),
            let b = try array("b", shape: [classes])
        else {
            throw Failure("\(call[path]) has no arrays W and b", parameter: "path")
        }
        if let mean = try array("mean", shape: [dimension]),
            let scale = try array("scale", shape: [dimension])
        {
            guard !scale.contains(0) else {
                throw Failure("scale in \(call[path]) is zero for a feature", parameter: "path")
            }
            let scaling = FeatureScaling(mean: mean, scale: scale)
            if scaling != data.scaling {
                session.state.data = LoadedData(
                    dataset: data.dataset, origin: data.origin, split: data.split,
                    preprocessing: data.preprocessing, fitted: FittedScaling(scaling))
            }
        }
        session.state.classifier = LinearClassifier(
            W: Matrix(rows: classes, columns: dimension, elements: W), b: b)
        return Outcome(
            "  weights \(classes)×\(NumberText.count(dimension)) from \(call[path])",
            record: ["file": .string(call[path])])
    }
}
