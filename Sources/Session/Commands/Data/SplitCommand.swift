import Datasets
import Declarations
import Files

/// `split [val=] [test=] [dev=] [stratify] [seed=]`
package enum SplitCommand: Command {
    package static let name = "split"
    package static let group = CommandGroup.data
    package static let summary = "divide the examples into train, val and test"
    package static let discussion = """
        A size below 1 or with % is a share of the examples; from 1 on it is a number of examples. The
        weights start anew, because the means and deviations of the training part change.
        Data that comes with a test set keeps it apart: val is the last of the training examples, and
        test the first of the test set, whose other examples are in no part. Without test= all of the
        test set is test. With stratify both are drawn at random, so that each class has its share in
        every part; data without a test set of its own is always shuffled so.
        dev is a random choice of training examples, which stay in train: for loss, gradcheck and other
        commands that should be quick, as in loss dev. Without val= and test= the other parts, and the
        weights, stay as they are.
        """
    package static let examples = [
        Example(
            "split val=20% test=20%", "shares of all examples",
            result: "  train 90 · val 30 · test 30 · 4 features · 3 classes"),
        Example(
            "split val=30 test=30 seed=7", "numbers of examples, shuffled by seed 7",
            result: "  train 90 · val 30 · test 30 · 4 features · 3 classes"),
        Example(
            "split dev=20", "twenty of the training examples to try things out on",
            result: "  train 90 · val 30 · test 30 · dev 20 · 4 features · 3 classes"),
    ]

    private static let val = Parameter.number(
        "val", default: 0.2, .size, "share or number of validation examples")
    private static let test = Parameter.optionalNumber(
        "test", .size,
        "share or number of test examples (left out: 20%, or all of the data's own test set)")
    private static let dev = Parameter.number(
        "dev", default: 0, .size, "share or number of training examples that are dev too")
    private static let stratify = Parameter.flag(
        "stratify", "draw val and test at random, each class in its share")
    private static let seed = Parameter.optionalCount(
        "seed", in: 0...Int.max, "the seed of the shuffle (left out: the session's)")

    package static let forms = [Form(nil, "", [val, test, dev, stratify, seed])]

    package static func ingredients(of call: Invocation) -> Set<Ingredient> { [] }

    package static func run(_ call: Invocation, in session: Session) throws(Failure) -> Outcome {
        let data = try session.data()
        let keepsParts =
            call.isGiven("dev") && !["val", "test", "stratify"].contains(where: call.isGiven)
        let split: Split
        do throws(FileError) {
            split = try parts(call, keepsParts ? data.split : nil, data.dataset, session)
        } catch {
            throw Failure(error)
        }
        session.state.data =
            keepsParts
            ? LoadedData(
                dataset: data.dataset, origin: data.origin, split: split,
                preprocessing: data.preprocessing, fitted: data.fitted)
            : LoadedData(
                dataset: data.dataset, origin: data.origin, split: split,
                preprocessing: data.preprocessing)
        if !keepsParts { session.state.classifier = nil }
        let changed = try session.data()
        let lines = ["  " + DataCommand.sizes(changed)] + notes(call, changed).map { "  \($0)" }
        return Outcome(lines.joined(separator: "\n"), record: DataCommand.record(changed))
    }

    /// The parts that a call makes: the present ones with dev, or new ones.
    private static func parts(
        _ call: Invocation, _ present: Split?, _ dataset: Dataset, _ session: Session
    ) throws(FileError) -> Split {
        let seed = call[seed].map(UInt64.init) ?? session.state.seed
        var split: Split
        if let present {
            split = present
        } else {
            split = try Split.make(
                dataset, val: call[val], test: call[test], isStratified: call[stratify], seed: seed)
        }
        if call.isGiven("dev") { split = try split.withDevelopment(call[dev], seed: seed) }
        return split
    }

    /// What of the call changes nothing.
    private static func notes(_ call: Invocation, _ data: LoadedData) -> [String] {
        let isUsed = call[stratify] || call[dev] > 0
        var notes = [call.isGiven("seed") && !isUsed ? seedNote(data) : nil].compactMap(\.self)
        if call[stratify], data.dataset.testCount == 0 {
            notes.append(
                "stratify changes nothing: \(data.dataset.name) has no test set of its own, and its classes are always divided in their shares"
            )
        }
        return notes
    }

    /// Why a seed changes nothing; nil where it does.
    static func seedNote(_ data: LoadedData) -> String? {
        guard data.dataset.testCount > 0 else { return nil }
        return
            "seed does nothing: \(data.dataset.name) has a test set of its own, and its examples keep their order"
    }
}
