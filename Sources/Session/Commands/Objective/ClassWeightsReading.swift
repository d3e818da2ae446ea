import Datasets
import Learning
import Syntax

/// What `weights=` may be: `balanced`, a list with a number for each class, or a record by name.
enum ClassWeightsReading {
    static let expectation =
        "balanced, a list of numbers from 0 to 1 000 000, as in [1, 2.5, 3], or a record, as in {cat: 2}"

    /// The weights of a call; nil where it has none.
    static func weights(
        _ value: Value?, parameter: String, for data: LoadedData?
    ) throws(Failure) -> ClassWeights? {
        guard let value else { return nil }
        switch value {
        case .string("balanced"):
            return data.map { .balanced($0.examples(.train)) } ?? .init(.balanced)
        case .record(let record):
            guard let names = data?.dataset.classNames else {
                throw Failure(
                    "weights by name need the classes of data",
                    hint: "load the data first, or give a list", parameter: parameter)
            }
            return try checked(numbers(record, names, parameter), names, value, parameter)
        case .list(let items):
            let numbers = items.map { $0.asNumber ?? .nan }
            return try checked(numbers, data?.dataset.classNames, value, parameter)
        default: throw unfit(value, parameter)
        }
    }

    private static func numbers(
        _ record: Record, _ names: [String], _ parameter: String
    ) throws(Failure) -> [Double] {
        var numbers = [Double](repeating: 1, count: names.count)
        for field in record.fields {
            guard let index = names.firstIndex(of: field.name) else {
                throw Failure(
                    "weights names '\(field.name)', which is no class of the data",
                    hint: Spelling.nearest(field.name, in: names).map { "did you mean '\($0)'?" }
                        ?? "the classes are \(names.prefix(10).joined(separator: ", "))\(names.count > 10 ? ", …" : "")",
                    parameter: parameter)
            }
            numbers[index] = field.value.asNumber ?? .nan
        }
        return numbers
    }

    private static func checked(
        _ numbers: [Double], _ names: [String]?, _ value: Value, _ parameter: String
    ) throws(Failure) -> ClassWeights {
        guard numbers.allSatisfy({ $0 >= 0 && $0 <= 1e6 }) else { throw unfit(value, parameter) }
        if let names, names.count != numbers.count {
            throw Failure(
                "weights has \(numbers.count) numbers, and the data has \(names.count) classes",
                hint: "give a number for each class, or weights=balanced", parameter: parameter)
        }
        guard numbers.contains(where: { $0 > 0 }) else {
            throw Failure(
                "weights are all 0, so that nothing is left to learn",
                hint: "give a class a weight above 0", parameter: parameter)
        }
        return ClassWeights(.given(classes: names), numbers)
    }

    private static func unfit(_ value: Value, _ parameter: String) -> Failure {
        Failure("weights must be \(expectation), not \(value.literal)", parameter: parameter)
    }
}
