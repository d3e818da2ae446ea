import Datasets
import Declarations
import Learning
import Notebook
import Numeric
import Plotting
import Syntax

/// `show [N] [class=cat]`, `show wrong [N] [class=cat]`, `show mean [class=cat]`
package enum ShowCommand: Command {
    package static let name = "show"
    package static let group = CommandGroup.data
    package static let summary =
        "examples as pictures or rows, those taken for another class, means"
    package static let discussion = """
        Data that are pictures are drawn, each with its class below and, once there are weights, with → what
        it is taken for. Other data are rows of named features; show alone then counts the examples of
        each class. The number before an example is the one that explain takes.
        """
    package static let examples = [
        Example(
            "show 5", "the first five training pictures", setup: "load digits",
            result: """
                digits, train
                …
                       3               1               5               4               6
                …
                """),
        Example(
            "show", "iris has no pictures: examples of each class",
            result: """
                iris, train
                setosa … 30
                versicolor … 30
                virginica … 30
                """),
        Example(
            "show class=virginica 1", "the first example of a class",
            result: """
                iris, train: virginica
                  train 2: virginica
                    sepal length 6.7 · …
                """),
        Example(
            "show wrong 2", "what the weights take for another class",
            setup: "load iris; sgd epochs=5",
            result: """
                iris, val: … of 30 are taken for another class
                …
                """),
        Example(
            "show mean", "the mean of each feature",
            result: """
                iris, train: means
                  feature …
                …
                """),
    ]

    private static let mostBars = 40
    private static let count = Parameter.count(
        "n", default: 10, in: 1...100, positional: true, "how many examples")
    private static let split = Parameter.choice(
        "split", default: "train", of: Part.names, "which part of the data")
    private static let judged = Parameter.choice(
        "split", default: "val", of: Part.names, "which part of the data")
    private static let className = Parameter.optionalText(
        "class", .text, "only examples of this class: its name, or its number from 0")

    package static let forms = [
        Form(
            nil, "examples as pictures or rows, or the number of examples of each class",
            [count, split, className]),
        Form("wrong", "examples that are taken for another class", [count, judged, className]),
        Form("mean", "the mean of all examples, and of each class", [split, className]),
    ]

    package static func ingredients(of call: Invocation) -> Set<Ingredient> {
        call.keyword == "wrong" ? [.data, .preprocess] : [.data]
    }

    package static func run(_ call: Invocation, in session: Session) throws(Failure) -> Outcome {
        let part = Part(rawValue: call.keyword == "wrong" ? call[judged] : call[split]) ?? .train
        let examples = try session.examples(part)
        let dataset = try session.data().dataset
        let chosen = try call[className].map { name throws(Failure) in
            try dataset.classIndex(name)
        }
        let candidates = positions(of: chosen, examples)
        guard !candidates.isEmpty else {
            throw Failure(
                "the \(part.rawValue) part has no examples of class \(call[className] ?? "")",
                hint: "choose another part with split=", parameter: "class")
        }
        let request = Request(
            dataset: dataset, part: part, examples: examples, chosen: chosen,
            candidates: candidates, most: call[count])
        switch call.keyword {
        case "wrong": return try wrong(request, in: session)
        case "mean": return means(request)
        default:
            let isCounted = dataset.image == nil && chosen == nil && !call.isGiven("n")
            return isCounted ? bars(request) : try first(request, in: session)
        }
    }

    /// What a call asks for.
    private struct Request {
        let dataset: Dataset
        let part: Part
        let examples: Examples
        let chosen: Int?
        /// The places in the part of the examples of the chosen class, or of all.
        let candidates: [Int]
        let most: Int

        var place: String { "\(dataset.name), \(part.rawValue)" }
        var className: String? { chosen.map { dataset.classNames[$0] } }
        var ofClass: String { className.map { " of class \($0)" } ?? "" }

        /// The number of examples of each class.
        var counts: [Int] {
            var counts = [Int](repeating: 0, count: dataset.classCount)
            for position in 0..<examples.count {
                if Parallel.isAbandoned(turn: position) { break }
                counts[examples.label(position)] += 1
            }
            return counts
        }

        func record(_ counts: [Int]) -> Record {
            [
                "split": .string(part.rawValue), "counts": .list(counts.map(Value.count)),
                "classes": .list(dataset.classNames.map(Value.string)),
            ]
        }
    }

    private static func positions(of chosen: Int?, _ examples: Examples) -> [Int] {
        var positions: [Int] = []
        for position in 0..<examples.count {
            if Parallel.isAbandoned(turn: position) { break }
            if chosen == nil || examples.label(position) == chosen { positions.append(position) }
        }
        return positions
    }

    private static func first(_ request: Request, in session: Session) throws(Failure) -> Outcome {
        let shown = try ChosenExamples(
            Array(request.candidates.prefix(request.most)), of: request.part,
            under: session.state.classifier, in: session)
        var record = request.record(request.counts)
        record["examples"] = .list(shown.records)
        return Outcome(
            outputs: [shown.output(request.place + (request.className.map { ": \($0)" } ?? ""))],
            value: .record(record))
    }

    private static func bars(_ request: Request) -> Outcome {
        let counts = request.counts
        let bars = zip(request.dataset.classNames, counts).prefix(mostBars).map { name, count in
            Bar(name, Double(count), text: NumberText.count(count))
        }
        let caption =
            counts.count > mostBars ? "the first \(mostBars) of \(counts.count) classes" : nil
        return Outcome(
            outputs: [.figure(Figure(request.place, [.bars(bars)], caption: caption))],
            value: .record(request.record(counts)))
    }

    private static func wrong(_ request: Request, in session: Session) throws(Failure) -> Outcome {
        let (examples, candidates) = (request.examples, request.candidates)
        try session.requestScores(of: examples)
        let classifier = try session.classifier()
        let taken = predictions(classifier, on: examples)
        let wrong = candidates.filter { taken[$0] != examples.label($0) }
        let title =
            "\(request.place): \(NumberText.count(wrong.count)) of \(NumberText.count(candidates.count))\(request.ofClass) are taken for another class"
        let shown = try ChosenExamples(
            Array(wrong.prefix(request.most)), of: request.part, under: classifier, in: session)
        return Outcome(
            outputs: [wrong.isEmpty ? .text("  \(title)") : shown.output(title)],
            value: .record([
                "split": .string(request.part.rawValue), "n": .count(candidates.count),
                "wrong": .count(wrong.count), "examples": .list(shown.records),
            ]))
    }

    private static func means(_ request: Request) -> Outcome {
        let means = MeanExamples(request.dataset, request.examples, class: request.chosen)
        return Outcome(
            outputs: [
                means.output(
                    request.place + (request.className.map { ": mean of \($0)" } ?? ": means"))
            ],
            value: .record([
                "split": .string(request.part.rawValue),
                "mean": .list(means.first.map { .number(Double($0)) }),
            ]))
    }
}

extension Dataset {
    /// The class of a name, or of a number from 0 that is no name.
    ///
    /// - Throws: for what is no class.
    fileprivate func classIndex(_ name: String) throws(Failure) -> Int {
        if let index = classNames.firstIndex(of: name) { return index }
        if let index = Int(name), classNames.indices.contains(index) { return index }
        let nearest = Spelling.nearest(name, in: classNames).map { "did you mean '\($0)'?" }
        let list = classNames.prefix(10).joined(separator: ", ")
        throw Failure(
            "\(self.name) has no class '\(name)'",
            hint: nearest ?? "the classes are \(list)\(classNames.count > 10 ? ", …" : "")",
            parameter: "class")
    }
}
