import Datasets
import Declarations
import Files

/// `split [val=] [test=] [seed=]`
package enum SplitCommand: Command {
    package static let name = "split"
    package static let group = CommandGroup.data
    package static let summary = "divide the examples into train, val and test"
    package static let discussion = """
        A size below 1 or with % is a share of the examples; from 1 on it is a number of examples. Data that
        comes with a test set keeps it. The weights start anew, because the means and deviations
        of the training part change.
        """
    package static let examples = [
        Example(
            "split val=20% test=20%", "shares of all examples",
            result: "  train 90 · val 30 · test 30 · 4 features · 3 classes"),
        Example(
            "split val=30 test=30 seed=7", "numbers of examples, shuffled by seed 7",
            result: "  train 90 · val 30 · test 30 · 4 features · 3 classes"),
    ]

    private static let val = Parameter.number(
        "val", default: 0.2, .size, "share or number of validation examples")
    private static let test = Parameter.optionalNumber(
        "test", .size, "share or number of test examples (20%)")
    private static let seed = Parameter.optionalCount(
        "seed", in: 0...Int.max, "the seed of the shuffle (left out: the session's)")

    package static let forms = [Form(nil, "", [val, test, seed])]

    package static func ingredients(of call: Invocation) -> Set<Ingredient> { [] }

    package static func run(_ call: Invocation, in session: Session) throws(Failure) -> Outcome {
        let data = try session.data()
        do throws(FileError) {
            let split = try Split.make(
                data.dataset, val: call[val], test: call[test],
                seed: call[seed].map(UInt64.init) ?? session.state.seed)
            session.state.data = LoadedData(
                dataset: data.dataset, origin: data.origin, split: split,
                preprocessing: data.preprocessing)
        } catch {
            throw Failure(error)
        }
        session.state.classifier = nil
        let changed = try session.data()
        let note = call.isGiven("seed") ? seedNote(changed) : nil
        return Outcome(
            "  " + DataCommand.sizes(changed) + (note.map { "\n  " + $0 } ?? ""),
            record: DataCommand.record(changed))
    }

    /// Why a seed changes nothing; nil where it does.
    static func seedNote(_ data: LoadedData) -> String? {
        guard data.dataset.testCount > 0 else { return nil }
        return
            "seed does nothing: \(data.dataset.name) has a test set of its own, and its examples keep their order"
    }
}
