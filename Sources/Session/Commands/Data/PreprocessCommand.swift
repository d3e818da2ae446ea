import Datasets

/// `preprocess standardize·center·scale·none`
package enum PreprocessCommand: Command {
    package static let name = "preprocess"
    package static let group = CommandGroup.data
    package static let summary = "show or choose how features are scaled"
    package static let discussion = """
        Means and deviations are those of the training part. They are folded into the weights, so
        that the data itself does not change. Choosing a scaling starts with new weights.
        """
    package static let examples = [
        Example(
            "preprocess center", "subtract each feature's mean",
            result: "  features: center; weights start anew"),
        Example("preprocess none", "raw features", result: "  features: none; weights start anew"),
    ]
    package static let forms = [
        Form(), Form("standardize", "(x − mean) / deviation"), Form("center", "x − mean"),
        Form("scale", "x / deviation"), Form("none", "x"),
    ]

    package static func ingredients(of call: Invocation) -> Set<Ingredient> {
        call.keyword == nil ? [.preprocess] : []
    }

    package static func run(_ call: Invocation, in session: Session) throws(Failure) -> Outcome {
        let data = try session.data()
        if let word = call.keyword, let preprocessing = Preprocessing(rawValue: word) {
            session.state.data = LoadedData(
                dataset: data.dataset, origin: data.origin, split: data.split,
                preprocessing: preprocessing)
            session.state.classifier = nil
            return Outcome(
                "  features: \(word); weights start anew", record: ["preprocess": .string(word)])
        }
        let word = data.preprocessing.rawValue
        return Outcome("  features: \(word)", record: ["preprocess": .string(word)])
    }
}
