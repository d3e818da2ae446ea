import Datasets
import Files
import Learning
import Notebook
import Numeric

/// A model as an ONNX network: `features` (N×D, float32, before any scaling; of a table the columns after
/// words became features) to `label` (N, int64 where each class is a whole number, text otherwise),
/// `scores` (N×C) and, of a softmax classifier, `probabilities` (N×C).
enum ONNXModelFile {
    static func write(_ model: TrainedModel, to path: String) throws(FileError) {
        try network(model).write(to: path)
    }

    private static func network(_ model: TrainedModel) -> ONNXModel {
        let (classes, dimension) = (model.classes, model.dimension)
        let names = labels(model.classNames)
        var outputs = [
            ONNXValue("label", names.type), ONNXValue("scores", .float, columns: classes),
        ]
        if model.hasProbabilities {
            outputs.append(ONNXValue("probabilities", .float, columns: classes))
        }
        return ONNXModel(
            "linear_classifier", description: description(model),
            inputs: [ONNXValue("features", .float, columns: dimension)], outputs: outputs,
            nodes: nodes(model),
            constants: [
                ONNXTensor("mean", shape: [dimension], .floats(model.scaling.mean)),
                ONNXTensor("scale", shape: [dimension], .floats(model.scaling.scale)),
                ONNXTensor("W", shape: [classes, dimension], .floats(model.classifier.W.elements)),
                ONNXTensor("b", shape: [classes], .floats(model.classifier.b)),
                ONNXTensor("classes", shape: [classes], names),
            ],
            notes: [
                ("features", list(model.columns.featureNames)), ("classes", list(model.classNames)),
                ("loss", model.loss),
            ])
    }

    /// (x − mean)/scale is computed as such: folded into W and b, large means would cost digits.
    private static func nodes(_ model: TrainedModel) -> [ONNXNode] {
        var nodes = [
            ONNXNode("Sub", ["features", "mean"], to: "centred"),
            ONNXNode("Div", ["centred", "scale"], to: "scaled"),
            ONNXNode("Gemm", ["scaled", "W", "b"], to: "scores", [("transB", 1)]),
            ONNXNode("ArgMax", ["scores"], to: "index", [("axis", 1), ("keepdims", 0)]),
            ONNXNode("Gather", ["classes", "index"], to: "label", [("axis", 0)]),
        ]
        if model.hasProbabilities {
            nodes.append(ONNXNode("Softmax", ["scores"], to: "probabilities", [("axis", 1)]))
        }
        return nodes
    }

    /// Whole numbers where every name is one and is written as such.
    private static func labels(_ names: [String]) -> ONNXTensor.Content {
        let numbers = names.compactMap { name in Int(name).flatMap { "\($0)" == name ? $0 : nil } }
        return numbers.count == names.count ? .integers(numbers) : .texts(names)
    }

    private static func description(_ model: TrainedModel) -> String {
        "A linear classifier of \(model.classes) classes and \(model.dimension) features (loss \(model.loss)). features: float32, N×\(model.dimension), not scaled yet, in the order of the note 'features'. label: the class. scores: N×\(model.classes), in the order of the note 'classes'."
            + (model.hasProbabilities ? " probabilities: their softmax." : "")
    }

    private static func list(_ names: [String]) -> String {
        JSON.list(names.map(JSON.string)).text
    }
}
