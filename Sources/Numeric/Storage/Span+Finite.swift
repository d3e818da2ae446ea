extension Span<Float> {
    /// Whether none of the numbers is infinite, or no number.
    package var areFinite: Bool {
        // Infinity's bits, and those of what is no number, are the largest but for the sign. Without an
        // end in between, several numbers are looked at in one step.
        var largest: UInt32 = 0
        for index in indices { largest = Swift.max(largest, self[index].bitPattern & 0x7FFF_FFFF) }
        return largest < Float.infinity.bitPattern
    }
}
