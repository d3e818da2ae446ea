import Platform

/// Maps data to 0…1 along an axis and says where its ticks are.
package struct Scale: Sendable {
    package let lower: Double
    package let upper: Double
    package let isLogarithmic: Bool

    /// The scale that shows all finite values, with a little room when `padding` is set.
    package init(_ axis: Axis, values: [Double], padding: Double = 0.04) {
        let finite = values.filter(\.isFinite)
        isLogarithmic =
            axis.isLogarithmic
            && (axis.domain.map { $0.lowerBound > 0 } ?? finite.contains { $0 > 0 })
        let usable = isLogarithmic ? finite.filter { $0 > 0 } : finite
        let transform: (Double) -> Double = isLogarithmic ? { Mathematics.log10($0) } : { $0 }
        if let domain = axis.domain {
            lower = transform(domain.lowerBound)
            upper = max(transform(domain.upperBound), transform(domain.lowerBound) + 1e-12)
            return
        }
        var low = usable.min().map(transform) ?? 0
        var high = usable.max().map(transform) ?? 1
        let size = max(abs(low), abs(high))
        if high - low <= size * 1e-9 || high == low {
            let room = size == 0 ? 1 : max(size * 0.1, Double.leastNormalMagnitude)
            low = Self.finite(low - room)
            high = Self.finite(high + room)
        }
        let room = min((high - low) * padding, Double.greatestFiniteMagnitude / 8)
        lower = Self.finite(low - room)
        upper = Self.finite(high + room)
    }

    /// The nearest finite number.
    private static func finite(_ value: Double) -> Double {
        max(-Double.greatestFiniteMagnitude, min(Double.greatestFiniteMagnitude, value))
    }

    /// 0 at the lower end, 1 at the upper; nil for what has no place.
    package func place(_ value: Double) -> Double? {
        guard value.isFinite, !isLogarithmic || value > 0 else { return nil }
        return Proportion.of(
            isLogarithmic ? Mathematics.log10(value) : value, from: lower, to: upper)
    }

    package func value(at place: Double) -> Double {
        let value = Proportion.value(at: place, from: lower, to: upper)
        return isLogarithmic ? Mathematics.pow(10, value) : value
    }

    /// At most about `count` round values inside, with their labels.
    package func ticks(_ count: Int) -> [(value: Double, label: String)] {
        let span = upper - lower
        guard span > 0, count > 0 else { return [] }
        guard span.isFinite else {
            // A step cannot be longer than the largest number, and 0 is the round number inside.
            return [-1e308, 0, 1e308].filter { (lower...upper).contains($0) }.map {
                ($0, Scale.label($0, step: 1e308))
            }
        }
        if isLogarithmic, span > 1 {
            let step = max(1, (span / Double(count)).rounded(.up))
            return stride(from: (lower / step).rounded(.up) * step, through: upper, by: step).map {
                (
                    Mathematics.pow(10, $0),
                    $0 >= 0 && $0 < 4
                        ? Scale.label(Mathematics.pow(10, $0), step: 1) : "1e\(Int(clamping: $0))"
                )
            }
        }
        if isLogarithmic {
            let linear = Scale(Axis("", domain: value(at: 0)...value(at: 1)), values: [])
            return linear.ticks(count)
        }
        let rough = span / Double(count)
        let power = Mathematics.pow(10, Mathematics.log10(rough).rounded(.down))
        let step = [1, 2, 5, 10].map { $0 * power }.first { $0 >= rough * 0.999 } ?? power
        guard step > 0, step.isFinite, abs(lower / step) < 1e15 else { return [] }
        let first = Int(clamping: (lower / step).rounded(.up))
        let last = Int(clamping: (upper / step).rounded(.down))
        guard last >= first, last - first < 200 else { return [] }
        return (first...last).map {
            (Double($0) * step, Scale.label(Double($0) * step, step: step))
        }
    }

    /// A number as short as the distance between ticks allows.
    package static func label(_ value: Double, step: Double) -> String {
        if value == 0 { return "0" }
        guard value.isFinite else { return value.isNaN ? "NaN" : value < 0 ? "-∞" : "∞" }
        let size = abs(value)
        guard size < 1e6, step >= 1e-4 else { return scientific(value, step: step) }
        let decimals = max(0, min(6, Int(clamping: (-Mathematics.log10(step) + 1e-9).rounded(.up))))
        return fixed(value, decimals)
    }

    private static func scientific(_ value: Double, step: Double) -> String {
        let exponent = Int(clamping: Mathematics.log10(abs(value)).rounded(.down))
        let mantissa = value / Mathematics.pow(10, Double(exponent))
        guard mantissa.isFinite else { return value.description }
        let digits = max(
            0, min(5, exponent - Int(clamping: Mathematics.log10(max(step, 1e-300)).rounded(.down)))
        )
        return fixed(mantissa, digits) + "e\(exponent)"
    }

    private static func fixed(_ value: Double, _ decimals: Int) -> String {
        let factor = Mathematics.pow(10, Double(decimals))
        let scaled = (abs(value) * factor).rounded()
        guard scaled < 1e18 else { return value.description }
        let digits = String(Int(clamping: scaled))
        let padded = String(repeating: "0", count: max(0, decimals + 1 - digits.count)) + digits
        let whole = padded.dropLast(decimals)
        let sign = value < 0 && scaled != 0 ? "-" : ""
        return decimals == 0 ? sign + whole : sign + whole + "." + padded.suffix(decimals)
    }
}
