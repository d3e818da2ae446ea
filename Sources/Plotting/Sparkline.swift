import Platform

/// A curve in a line of text: `▇▅▃▂▁`.
package enum Sparkline {
    /// At most `width` characters; what is not finite is left out.
    package static func text(_ values: [Double], width: Int, unicode: Bool = true) -> String {
        let finite = values.filter(\.isFinite)
        guard let low = finite.min(), let high = finite.max(), width > 0 else { return "" }
        let glyphs = Array(unicode ? "▁▂▃▄▅▆▇█" : "_.-=+*#@")
        let count = min(width, finite.count)
        return String(
            (0..<count).map { index in
                let value = finite[index * (finite.count - 1) / max(count - 1, 1)]
                let share = Proportion.of(value, from: low, to: high) ?? 0
                return glyphs[Int(clamping: (share * 7).rounded())]
            })
    }
}
