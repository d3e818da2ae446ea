import Datasets
import Declarations
import Files
import Numeric

/// `load SOURCE [PATH] [settings]`
package enum LoadCommand: Command {
    package static let name = "load"
    package static let group = CommandGroup.data
    package static let summary = "read or make a data set"
    package static let discussion = """
        Files are mapped, not copied. Features are standardized with the training split's mean and
        deviation until `preprocess` says otherwise. Loading starts with new weights.
        """
    package static let examples = [
        Example("load iris", "150 flowers, part of the program", setup: ""),
        Example("load digits", "1 797 handwritten digits, part of the program", setup: ""),
        Example("load spiral n=90 classes=3", "data that no line separates", setup: ""),
    ]

    private static let path = Parameter.required("path", .path, "where it is")
    private static let seed = Parameter.optionalCount(
        "seed", in: 0...Int.max, "fixes the split and what is generated")

    package static var forms: [Form] {
        DatasetSources.all.map { source in
            var parameters: [any AnyParameter] = []
            if let location = source.location {
                parameters.append(Parameter.required("path", .path, location))
            }
            return Form(source.name, source.summary, parameters + source.settings + [seed])
        }
    }

    package static func suggestion(for word: String) -> String? {
        statement(for: word).map { "write \($0)" }
    }

    /// The call that loads a file whose name says what data it is.
    package static func statement(for path: String) -> String? {
        let source = DatasetSources.all.first { source in
            source.endings.contains { path.lowercased().hasSuffix($0) }
        }
        let isPlain = !path.contains { $0.isWhitespace || "\"';()[]{}$\\".contains($0) }
        return source.map { "load \($0.name) \(isPlain ? path : Value.string(path).literal)" }
    }

    package static func run(_ call: Invocation, in session: Session) throws(Failure) -> Outcome {
        guard let source = DatasetSources.all.first(where: { $0.name == call.keyword }) else {
            throw Failure("there is no such data")
        }
        let seed = call[seed].map(UInt64.init) ?? session.state.seed
        let request = request(call, source, seed: seed, session)
        let loaded: LoadedData
        do throws(FileError) {
            let dataset = try source.read(request)
            loaded = LoadedData(
                dataset: dataset, origin: request.origin(source),
                split: try Split.standard(of: dataset, seed: seed),
                preprocessing: dataset.features.isSparse ? .none : .standardize)
        } catch {
            throw Failure(error, parameter: source.location == nil ? nil : "path")
        }
        session.state.data = loaded
        session.state.classifier = nil
        return Outcome(report(loaded), record: DataCommand.record(loaded))
    }

    private static func request(
        _ call: Invocation, _ source: any DatasetSource.Type, seed: UInt64, _ session: Session
    ) -> DatasetRequest {
        var request = DatasetRequest(seed: seed)
        if source.location != nil { request.path = session.expand(call[path]) }
        while request.path.count > 1, request.path.hasSuffix("/") { request.path.removeLast() }
        request.values = call.values
        return request
    }

    private static func report(_ data: LoadedData) -> String {
        var lines = ["  " + DataCommand.sizes(data)]
        lines.append(
            data.preprocessing == .none
                ? "  sparse features, as they are (see: preprocess)"
                : "  features standardized with the training mean and deviation (see: preprocess)")
        if let note = data.dataset.note { lines.append("  source: \(note)") }
        if data.dataset.count < Split.smallest {
            lines.append(
                "  so few examples are all for training, with none left for val and test (see: split)"
            )
        }
        let classes = data.dataset.classCount
        if classes > 20, classes * 2 > data.dataset.count {
            lines.append(
                "  warning: \(NumberText.count(classes)) classes for \(NumberText.count(data.dataset.count)) examples: are these classes? load csv FILE label=NAME chooses another column"
            )
        }
        return lines.joined(separator: "\n")
    }
}

extension DatasetRequest {
    /// The request as a text that is equal for the same source and settings.
    fileprivate func origin(_ source: any DatasetSource.Type) -> String {
        let settings = source.settings.compactMap { setting -> String? in
            switch values[setting.name] ?? setting.defaultValue {
            case let count as Int: "\(setting.name)=\(Double(count))"
            case let number as Double: "\(setting.name)=\(number)"
            case let word as String: "\(setting.name)=\(word)"
            default: nil
            }
        }
        return "\(source.name) \(path) \(settings.sorted().joined(separator: " ")) seed=\(seed)"
    }
}
