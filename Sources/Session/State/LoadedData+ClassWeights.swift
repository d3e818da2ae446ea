import Datasets
package import Learning

extension ClassWeights {
    /// These weights for other data: balanced ones measured anew, given ones as they are; nil where
    /// they were given for other classes.
    package func fitting(_ data: LoadedData?) -> ClassWeights? {
        guard let data else { return self }
        switch rule {
        case .balanced: return .balanced(data.examples(.train))
        case .given(let classes):
            let names = data.dataset.classNames
            guard values.count == names.count, classes == nil || classes == names else {
                return nil
            }
            return ClassWeights(.given(classes: names), values)
        }
    }

    /// The weights as `weights=` takes them: `balanced`, or a list.
    var argument: String {
        switch rule {
        case .balanced: "balanced"
        case .given: "[" + values.map(NumberText.general).joined(separator: ", ") + "]"
        }
    }

    /// `setosa 1 · virginica 2.5`, of at most twelve classes; the rule before there are data.
    func text(_ names: [String]) -> String {
        guard !values.isEmpty, names.count == values.count else { return argument }
        let shown = zip(names, values).prefix(12).map { "\($0) \(NumberText.significant($1, 4))" }
        return (shown + (names.count > 12 ? ["…"] : [])).joined(separator: " · ")
    }
}
