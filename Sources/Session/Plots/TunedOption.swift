import Numeric

/// An option of which `tune` tried several values, as an axis.
struct TunedOption {
    let name: String
    private let index: Int
    private let scale: Scale
    /// What a heat map shows: half of the first and of the last step beyond the values, or a little more.
    let range: ClosedRange<Double>

    private enum Scale {
        case linear
        /// The logarithms to base 10; with the place of the value 0, where it was tried.
        case logarithmic(zero: Double?)
    }

    /// The options with more than one value, in the order of tune's options.
    static func varied(in trials: [Trial]) -> [TunedOption] {
        guard let first = trials.first else { return [] }
        return first.settings.indices.compactMap { index in
            let values = Set(trials.map { $0.settings[index].value }).sorted()
            return values.count < 2
                ? nil : TunedOption(first.settings[index].name, index, values)
        }
    }

    /// Of rising values, at least two.
    private init(_ name: String, _ index: Int, _ values: [Double]) {
        (self.name, self.index) = (name, index)
        let scale = Self.scale(values)
        self.scale = scale
        let places = values.map { Self.place($0, scale) }
        let (first, last) = (places[0], places[places.count - 1])
        let room = 0.08 * (last - first)
        let below = max((places[1] - first) / 2, room)
        range = first - below...last + max((last - places[places.count - 2]) / 2, room)
    }

    /// Logarithmic where the values above 0 are far apart.
    private static func scale(_ values: [Double]) -> Scale {
        let positive = values.filter { $0 > 0 }
        guard values[0] >= 0, let least = positive.first, let most = positive.last,
            most / least >= 4
        else { return .linear }
        guard values[0] == 0 else { return .logarithmic(zero: nil) }
        let (low, next) = (logarithm(least), logarithm(positive[1]))
        return .logarithmic(zero: 2 * low - next)
    }

    private static func logarithm(_ value: Double) -> Double {
        Elementary.log(value) / Elementary.log(10)
    }

    private static func place(_ value: Double, _ scale: Scale) -> Double {
        guard case .logarithmic(let zero) = scale else { return value }
        return value > 0 ? logarithm(value) : zero ?? 0
    }

    /// Whether a curve can have a logarithmic axis.
    var isLogarithmic: Bool {
        if case .logarithmic(zero: nil) = scale { true } else { false }
    }

    var label: String {
        switch scale {
        case .linear: name
        case .logarithmic(zero: nil): "log₁₀ \(name)"
        case .logarithmic: "log₁₀ \(name), and 0 at the lower end"
        }
    }

    func value(_ trial: Trial) -> Double { trial.settings[index].value }

    /// Where a heat map has a candidate.
    func place(_ trial: Trial) -> Double { Self.place(value(trial), scale) }

    /// The middles of this number of parts of the range.
    func steps(_ count: Int) -> [Double] {
        let width = range.upperBound - range.lowerBound
        return (0..<count).map { range.lowerBound + width * (Double($0) + 0.5) / Double(count) }
    }

    /// The squared distance of a place from a candidate, in widths of the range.
    func distance(_ place: Double, _ trial: Trial) -> Double {
        let distance = (place - self.place(trial)) / (range.upperBound - range.lowerBound)
        return distance * distance
    }
}
