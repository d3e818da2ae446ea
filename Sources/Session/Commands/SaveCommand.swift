import Datasets
import Learning
import Numeric

/// `save weights FILE.npz`
package enum SaveCommand: Command {
    package static let name = "save"
    package static let group = CommandGroup.session
    package static let summary = "write the weights for numpy"
    package static let discussion = """
        The archive holds W (C×D), b (C), mean (D) and scale (D), float32, with the scores
        ((x − mean)/scale)·Wᵀ + b for raw x.
        """
    package static let examples: [Example] = []

    private static let path = Parameter.required("path", .path, "an .npz file")

    package static let forms = [Form("weights", "W, b, mean and scale as .npz", [path])]

    package static func run(_ call: Invocation, in session: Session) throws(Failure) -> Outcome {
        let data = try session.data()
        let classifier = try session.classifier()
        guard call[path].lowercased().hasSuffix(".npz") else {
            throw Failure(
                "weights are written as .npz", hint: "write save weights NAME.npz",
                parameter: "path")
        }
        do throws(DatasetError) {
            try NumPyArchive.write(
                [
                    ("W", [classifier.classes, classifier.dimension], classifier.W.elements),
                    ("b", [classifier.classes], classifier.b),
                    ("mean", [classifier.dimension], data.scaling.mean),
                    ("scale", [classifier.dimension], data.scaling.scale),
                ], to: session.expand(call[path]))
        } catch {
            throw Failure(error, parameter: "path")
        }
        return Outcome("  wrote \(call[path])", record: ["file": .string(call[path])])
    }
}
