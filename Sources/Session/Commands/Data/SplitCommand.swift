import Datasets
import Declarations
import Files

/// `split [val=] [test=] [seed=]`
package enum SplitCommand: Command {
    package static let name = "split"
    package static let group = CommandGroup.data
    package static let summary = "divide the examples into train, val and test"
    package static let discussion = """
        Sizes below 1 are shares, others are numbers of examples. Data with a test set of its own
        keeps it. The weights start anew, since the training statistics change.
        """
    package static let examples = [
        Example("split val=20% test=20%", "shares of all examples"),
        Example("split val=30 test=30 seed=7", "numbers of examples, shuffled by seed 7"),
    ]

    private static let val = Parameter.number(
        "val", default: 0.2, .notNegative, "share or number of validation examples")
    private static let test = Parameter.optionalNumber(
        "test", .notNegative, "share or number of test examples (20%)")
    private static let seed = Parameter.optionalCount("seed", in: 0...Int.max, "fixes the shuffle")

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
        return Outcome("  " + DataCommand.sizes(changed), record: DataCommand.record(changed))
    }
}
