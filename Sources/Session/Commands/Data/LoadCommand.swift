import Learning
import Datasets
import Declarations
import Files
import Numeric
import Platform

/// `load SOURCE [PATH] [settings]`
package enum LoadCommand: Command {
    package static let name = "load"
    package static let group = CommandGroup.data
    package static let summary = "read a data set from files or generate one"
    package static let discussion = """
        Files are mapped, not copied. Features are standardized with the training split's mean and
        deviation; `preprocess` changes that. Loading data starts with new weights. `load PATH` without a
        format finds it by what the file or folder holds, and says which it is.
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

    /// The format that a file or a folder is recognized as; nil where `load` needs to be told.
    package static func format(of path: String) -> String? {
        (try? RecognizedFormat.of(path))?.name
    }

    /// A path without a format: the format is found when the call runs. Every setting of a format may
    /// stand in it.
    package static func form(for word: String?) -> Form? {
        guard word.map(isPath) ?? true else { return nil }
        var settings: [any AnyParameter] = []
        for setting in DatasetSources.all.filter({ $0.location != nil }).flatMap({ $0.settings })
        where !settings.contains(where: { $0.name == setting.name }) { settings.append(setting) }
        return Form(
            nil, "data of a format that is found by what they are", [path] + settings + [seed])
    }

    /// Whether a word is a path and not a misspelt format: it has a slash or an ending, or is there.
    private static func isPath(_ word: String) -> Bool {
        if word.contains("/") || word.hasPrefix("~") { return true }
        if let dot = word.lastIndex(of: "."), word.index(after: dot) < word.endIndex { return true }
        return FileSystem.exists(word)
    }

    /// The call that loads a file whose ending is that of a data format, or a folder where these may be
    /// data.
    package static func statement(for path: String, mayBeFolder: Bool = false) -> String? {
        let isData =
            (DatasetSources.all.flatMap { $0.endings } + UnpackedArchive.endings)
            .contains(where: path.lowercased().hasSuffix)
            || mayBeFolder && (try? FileStatus(of: path))?.kind == .folder
        let isPlain = !path.contains { $0.isWhitespace || "\"';()[]{}$\\".contains($0) }
        return isData ? "load \(isPlain ? path : Value.string(path).literal)" : nil
    }

    package static func run(_ call: Invocation, in session: Session) throws(Failure) -> Outcome {
        let source = try source(of: call, session)
        let seed = call[seed].map(UInt64.init) ?? session.state.seed
        let request = request(call, source, seed: seed, session)
        let dataset: Dataset
        let split: Split
        do throws(FileError) {
            dataset = try source.read(request)
            split = try Split.standard(of: dataset, seed: seed)
        } catch {
            throw Failure(
                error, parameter: error.setting ?? (source.location == nil ? nil : "path"))
        }
        // Sums and squares of every thread, means and deviations.
        try session.requestMemory(
            dataset.dimension, 2 * (Parallel.threads + 2), MemoryLayout<Double>.stride,
            for: "the scaling of \(NumberText.count(dataset.dimension)) features")
        let loaded = LoadedData(
            dataset: dataset, origin: request.origin(source), split: split,
            preprocessing: dataset.features.isSparse ? .none : .standardize)
        let hadWeights = session.state.objective.classWeights != nil
        session.state.data = loaded
        let losesWeights = hadWeights && session.state.objective.classWeights == nil
        session.state.model = nil
        session.state.classifier = nil
        let notes = [
            call.isGiven("seed") ? SplitCommand.seedNote(loaded) : nil,
            losesWeights
                ? "the weights= of loss were for other classes: every class counts 1 now" : nil,
        ].compactMap(\.self)
        return Outcome(
            (call.keyword == nil ? "  taken as \(source.name): \(source.summary)\n" : "")
                + report(loaded) + notes.map { "\n  " + $0 }.joined(),
            record: DataCommand.record(loaded))
    }

    /// The source that is named, or whose format the data have.
    private static func source(
        of call: Invocation, _ session: Session
    ) throws(Failure) -> any DatasetSource.Type {
        if let keyword = call.keyword {
            guard let source = DatasetSources.all.first(where: { $0.name == keyword }) else {
                throw Failure("load knows no data of this name")
            }
            return source
        }
        let source: any DatasetSource.Type
        do throws(FileError) { source = try RecognizedFormat.of(session.expand(call[path])) } catch
        {
            throw Failure(error, parameter: "path")
        }
        let names = source.settings.map(\.name)
        let stranger = call.form.parameters.first { parameter in
            call.isGiven(parameter.name) && !names.contains(parameter.name)
                && !["path", "seed"].contains(parameter.name)
        }
        guard let stranger else { return source }
        throw Failure(
            "\(call[path]) is data of the format \(source.name), which has no option '\(stranger.name)'",
            hint: names.isEmpty ? "it takes none" : "it takes \(names.joined(separator: ", "))",
            parameter: stranger.name)
    }

    private static func request(
        _ call: Invocation, _ source: any DatasetSource.Type, seed: UInt64, _ session: Session
    ) -> DatasetRequest {
        var request = DatasetRequest(seed: seed, report: session.readingReport)
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
