/// Where a value lies between two others.
enum Proportion {
    /// 0 at `low` and 1 at `high`, also where their distance is beyond the largest number; nil where
    /// the place is no number.
    static func of(_ value: Double, from low: Double, to high: Double) -> Double? {
        let size = high - low
        let share =
            size.isFinite ? (value - low) / size : (value / 2 - low / 2) / (high / 2 - low / 2)
        return share.isFinite ? share : nil
    }

    /// The value at a share of the way from `low` to `high`.
    static func value(at share: Double, from low: Double, to high: Double) -> Double {
        let size = high - low
        return size.isFinite ? low + share * size : low * (1 - share) + high * share
    }
}
