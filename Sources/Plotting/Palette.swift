import Platform

/// The colours of series and values.
package enum Palette {
    /// Seven of Okabe and Ito's, which people with any kind of colour vision tell apart, and three more.
    package static let series: [Colour] = [
        Colour(0, 114, 178), Colour(230, 159, 0), Colour(0, 158, 115), Colour(204, 121, 167),
        Colour(213, 94, 0), Colour(86, 180, 233), Colour(240, 228, 66), Colour(148, 103, 189),
        Colour(140, 86, 75), Colour(127, 127, 127),
    ]

    package static func series(_ index: Int) -> Colour { series[((index % 10) + 10) % 10] }

    /// From dark to light, even in lightness: viridis (Smith and van der Walt, 2015) at six points.
    package static func sequential(_ share: Double) -> Colour {
        let stops = [
            Colour(68, 1, 84), Colour(65, 68, 135), Colour(42, 120, 142), Colour(34, 168, 132),
            Colour(122, 209, 81), Colour(253, 231, 37),
        ]
        guard share.isFinite else { return Colour(grey: 128) }
        let place = max(0, min(1, share)) * Double(stops.count - 1)
        let index = min(Int(clamping: place), stops.count - 2)
        return stops[index].mixed(place - Double(index), with: stops[index + 1])
    }

    /// The colour of a value between the lowest and the highest.
    static func sequential(_ value: Double, from low: Double, to high: Double) -> Colour {
        sequential(Proportion.of(value, from: low, to: high) ?? 0.5)
    }

    /// From white for 0 to a dark blue for 1.
    static func share(_ share: Double) -> Colour {
        Colour(grey: 255).mixed(share, with: Colour(8, 69, 148))
    }
}
