import Declarations
import Learning

/// An objective in the words of `loss` and `reg`, and in its formula.
extension Objective {
    /// The arguments of `loss` and `reg` that lead to it: `svm squared + l2 0.001 bias`.
    package var shortName: String {
        guard strength > 0 else { return lossName }
        let words = [
            type(of: penalty).name, NumberText.significant(strength, 3),
        ]
        return "\(lossName) + \(words.joined(separator: " "))"
            + Self.changes(type(of: penalty).hyperparameters, penalty.settings)
            + (regularizesBias ? " bias" : "")
    }

    /// The arguments of `loss` that lead to it: `svm squared weights=balanced`.
    var lossName: String {
        type(of: loss).name + Self.changes(type(of: loss).hyperparameters, loss.settings)
            + (classWeights.map { " weights=\($0.argument)" } ?? "")
    }

    /// `0.001 · Σ W²`, and what it says of the bias; nil without regularization.
    var penaltyFormula: String? {
        guard strength > 0 else { return nil }
        return "\(NumberText.general(strength)) · \(penalty.formula)"
            + (regularizesBias ? ", with b among the weights" : "")
    }

    /// The settings that are not the defaults, as they would be typed, each after a space.
    private static func changes(
        _ parameters: [any AnyParameter], _ settings: ParameterValues
    ) -> String {
        parameters.compactMap { parameter -> String? in
            guard let text = settings[parameter.name].flatMap(ParameterText.typed),
                text != parameter.defaultText
            else { return nil }
            return parameter.kind.isFlag && text == "on"
                ? " \(parameter.name)" : " \(parameter.name)=\(text)"
        }.joined()
    }
}
