import Platform

/// A function of the expression language.
package struct Function: Sendable {
    package let name: String
    /// A call as help shows it: `logspace(from, to, n)`.
    package let usage: String
    package let summary: String
    let arity: ClosedRange<Int>
    let apply: @Sendable ([Value]) throws(Failure) -> Value
}

package enum Functions {
    /// Names that stand for a number where no variable has that name.
    static let constants: [String: Double] = ["pi": .pi]

    package static let all: [Function] = [
        real("log", "natural logarithm") { Mathematics.log($0) },
        real("exp", "e to the power of x") { Mathematics.exp($0) },
        real("sqrt", "square root") { $0.squareRoot() },
        real("abs", "absolute value") { abs($0) },
        Function(
            name: "round", usage: "round(x, digits=0)",
            summary: "nearest whole number, or number with that number of digits behind the point",
            arity: 1...2
        ) { values throws(Failure) in
            let value = try number(values[0])
            let digits = values.count > 1 ? try number(values[1]) : 0
            guard let digits = Int(exactly: digits), (-15...15).contains(digits) else {
                throw Failure("round needs a whole number of digits from -15 to 15")
            }
            // A division gives the double that is nearest to the decimal number; a product does not.
            let power = Mathematics.pow(10, Double(abs(digits)))
            let rounded =
                digits < 0 ? (value / power).rounded() * power : (value * power).rounded() / power
            return .number(rounded.isFinite ? rounded : value)
        },
        real("floor", "next whole number below") { $0.rounded(.down) },
        real("ceil", "next whole number above") { $0.rounded(.up) },
        reduction("min", "smallest") { $0.min() },
        reduction("max", "largest") { $0.max() },
        reduction("sum", "sum") { $0.reduce(0, +) },
        reduction("mean", "arithmetic mean") {
            $0.isEmpty ? nil : $0.reduce(0, +) / Double($0.count)
        },
        Function(
            name: "len", usage: "len(list)", summary: "number of items or characters", arity: 1...1
        ) {
            values throws(Failure) in
            switch values[0] {
            case .string(let text): return .count(text.count)
            case .record(let record): return .count(record.fields.count)
            case let value:
                guard let count = value.count else {
                    throw Failure("len takes a list or a string, not \(value.kind)")
                }
                return .count(count)
            }
        },
        Function(
            name: "range", usage: "range(from, to, step=1)",
            summary: "numbers from, from+step, … up to and with to",
            arity: 2...3
        ) { values throws(Failure) in
            let from = try number(values[0]), to = try number(values[1])
            let step = values.count > 2 ? try number(values[2]) : 1
            let distance = (to - from) / step
            guard step != 0, distance.isFinite, distance < 1e7 else {
                throw Failure("range needs a step that reaches its end within ten million numbers")
            }
            let count = Int(clamping: (distance + 1e-9).rounded(.down))
            return .list(count < 0 ? [] : (0...count).map { .number(from + Double($0) * step) })
        },
        spaced("linspace", "n numbers evenly spaced from a to b") { $0 },
        spaced("logspace", "n numbers evenly spaced in the exponent, from 10^a to 10^b") {
            Mathematics.pow(10, $0)
        },
    ]

    package static func named(_ name: String) -> Function? { all.first { $0.name == name } }

    private static func real(
        _ name: String, _ summary: String, _ body: @escaping @Sendable (Double) -> Double
    ) -> Function {
        Function(name: name, usage: "\(name)(x)", summary: summary, arity: 1...1) {
            values throws(Failure) in
            .number(body(try number(values[0])))
        }
    }

    private static func reduction(
        _ name: String, _ summary: String, _ body: @escaping @Sendable ([Double]) -> Double?
    ) -> Function {
        Function(
            name: name, usage: "\(name)(list)", summary: "\(summary) of a list or of the arguments",
            arity: 1...Int.max
        ) { values throws(Failure) in
            var items = values
            if values.count == 1, let list = try values[0].items() { items = list }
            // The largest of percentages is a percentage, and so are their sum and their mean.
            let percentages = items.compactMap { item in
                if case .percentage(let percent) = item { percent } else { nil }
            }
            if !items.isEmpty, percentages.count == items.count, let result = body(percentages) {
                return .percentage(result)
            }
            var numbers: [Double] = []
            for item in items { numbers.append(try number(item)) }
            guard let result = body(numbers) else {
                throw Failure("\(name) of an empty list is not defined")
            }
            return .number(result)
        }
    }

    private static func spaced(
        _ name: String, _ summary: String, _ body: @escaping @Sendable (Double) -> Double
    ) -> Function {
        Function(name: name, usage: "\(name)(a, b, n)", summary: summary, arity: 3...3) {
            values throws(Failure) in
            let from = try number(values[0]), to = try number(values[1])
            guard let count = Int(exactly: try number(values[2])), (1...10_000_000).contains(count)
            else {
                throw Failure("\(name) needs a whole number of points from 1 to 10 million")
            }
            let gaps = Double(max(count - 1, 1))
            return .list((0..<count).map { .number(body(from + (to - from) * Double($0) / gaps)) })
        }
    }

    private static func number(_ value: Value) throws(Failure) -> Double {
        guard let number = value.asNumber else {
            throw Failure("a number is needed here, not \(value.kind)")
        }
        return number
    }
}
