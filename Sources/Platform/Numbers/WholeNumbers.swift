extension FixedWidthInteger {
    /// A number without what stands behind its point; at most ±2⁶⁰ or the nearest number of this type,
    /// and 0 for what is no number. The one door from `Double` to whole numbers, for `Int(value)` traps
    /// at what does not fit; `Int(exactly:)` asks whether a number is whole.
    @inlinable
    package init(clamping value: Double) {
        let limit = 0x1p60
        let whole = value.isNaN ? 0 : Int64(Swift.max(-limit, Swift.min(limit, value)))
        self.init(clamping: whole)
    }

    /// The same of a `Float`.
    @inlinable
    package init(clamping value: Float) { self.init(clamping: Double(value)) }
}
