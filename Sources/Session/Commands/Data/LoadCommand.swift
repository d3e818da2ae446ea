import Datasets
import Declarations
import Files
import Numeric

/// `load SOURCE [PATH] [settings]`
package enum LoadCommand: Command {
    package static let name = "load"
    package static let group = CommandGroup.data
    package static let summary = "read a data set from files or generate one"
    package static let discussion = """
        Files are mapped, not copied. Features are standardized with the training split's mean and
        deviation; `preprocess` changes that. Loading data starts with new weights.
        """
    package static let examples = [
        Example(
            "load iris", "150 flowers, part of the program", setup: "",
            result: """
                  train 90 · val 30 · test 30 · 4 features · 3 classes
                  features standardized with the training mean and deviation (see: preprocess)
                  source: R. A. Fisher 1936, …
                """),
        Example(
            "load digits", "1 797 handwritten digits, part of the program", setup: "",
            result: """
                  train 1079 · val 359 · test 359 · 8×8 = 64 features · 10 classes
                …
                """),
        Example(
            "load spiral n=90 classes=3", "three classes that no line separates", setup: "",
            result: """
                  train 54 · val 18 · test 18 · 2 features · 3 classes
                …
                """),
    ]

    private static let path = Parameter.required("path", .path, "the file or the folder")
    private static let seed = Parameter.optionalCount(
        "seed", in: 0...Int.max,
        "the seed of the split and of generated data (left out: the session's)")

    package static var forms: [Form] {
        DatasetSources.all.map { source in
            var parameters: [any AnyParameter] = []
            if let location = source.location {
                parameters.append(
                    Parameter(
                        "path", .path, fallback: "", hasDefault: false, isPositional: true,
                        isRequired: source.needsPath, location))
            }
            return Form(source.name, source.summary, parameters + source.settings + [seed])
        }
    }

    package static func suggestion(for word: String) -> String? {
        statement(for: word).map { "write \($0)" }
    }

    /// The call that loads a file whose ending is that of a data format.
    package static func statement(for path: String) -> String? {
        let source = DatasetSources.all.first { source in
            source.endings.contains { path.lowercased().hasSuffix($0) }
        }
        let isPlain = !path.contains { $0.isWhitespace || "\"';()[]{}$\\".contains($0) }
        return source.map { "load \($0.name) \(isPlain ? path : Value.string(path).literal)" }
    }

    package static func run(_ call: Invocation, in session: Session) throws(Failure) -> Outcome {
        guard let source = DatasetSources.all.first(where: { $0.name == call.keyword }) else {
            throw Failure("load knows no data of this name")
        }
        let seed = call[seed].map(UInt64.init) ?? session.state.seed
        let request = request(call, source, seed: seed, session)
        let dataset: Dataset
        let split: Split
        do throws(FileError) {
            dataset = try source.read(request)
            split = try Split.standard(of: dataset, seed: seed)
        } catch {
            throw Failure(error, parameter: source.location == nil ? nil : "path")
        }
        // Sums and squares of every thread, means and deviations.
        try session.requestMemory(
            dataset.dimension, 2 * (Parallel.threads + 2), MemoryLayout<Double>.stride,
            for: "the scaling of \(NumberText.count(dataset.dimension)) features")
        let loaded = LoadedData(
            dataset: dataset, origin: request.origin(source), split: split,
            preprocessing: dataset.features.isSparse ? .none : .standardize)
        session.state.data = loaded
        session.state.model = nil
        session.state.classifier = nil
        let note = call.isGiven("seed") ? SplitCommand.seedNote(loaded) : nil
        return Outcome(
            report(loaded) + (note.map { "\n  " + $0 } ?? ""), record: DataCommand.record(loaded))
    }

    private static func request(
        _ call: Invocation, _ source: any DatasetSource.Type, seed: UInt64, _ session: Session
    ) -> DatasetRequest {
        var request = DatasetRequest(seed: seed)
        if source.location != nil { request.path = session.expand(call[path]) }
        while request.path.count > 1, request.path.hasSuffix("/") { request.path.removeLast() }
        request.values = call.values
        for setting in source.settings {
            guard case .path = setting.kind, let path = call.values[setting.name] as? String
            else { continue }
            request.values[setting.name] = session.expand(path)
        }
        return request
    }

    private static func report(_ data: LoadedData) -> String {
        var lines = ["  " + DataCommand.sizes(data)]
        lines.append(
            data.preprocessing == .none
                ? "  sparse features, as they are (see: preprocess)"
                : "  features standardized with the training mean and deviation (see: preprocess)")
        lines += data.dataset.remarks.map { "  \($0)" }
        if let note = data.dataset.note { lines.append("  source: \(note)") }
        if data.dataset.count < Split.smallest {
            lines.append(
                "  with fewer than \(Split.smallest) examples all are for training; val and test are empty (see: split)"
            )
        }
        let classes = data.dataset.classCount
        if classes > 20, classes * 2 > data.dataset.count {
            lines.append(
                "  warning: \(NumberText.count(classes)) classes for \(NumberText.count(data.dataset.count)) examples; load csv FILE label=NAME chooses another column for the classes"
            )
        }
        return lines.joined(separator: "\n")
    }
}

extension DatasetRequest {
    /// The request as text: equal texts mean the same source and the same settings.
    fileprivate func origin(_ source: any DatasetSource.Type) -> String {
        let settings = source.settings.compactMap { setting -> String? in
            switch values[setting.name] ?? setting.defaultValue {
            case let count as Int: "\(setting.name)=\(Double(count))"
            case let number as Double: "\(setting.name)=\(number)"
            case let word as String: "\(setting.name)=\(word)"
            case let words as [String] where !words.isEmpty:
                "\(setting.name)=\(words.joined(separator: ","))"
            default: nil
            }
        }
        return "\(source.name) \(path) \(settings.sorted().joined(separator: " ")) seed=\(seed)"
    }
}
