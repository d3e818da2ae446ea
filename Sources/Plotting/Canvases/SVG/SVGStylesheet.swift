/// The colours of drawings by class, on light and on dark ground. Every rule is for what is inside
/// `.figure`, so that the sheet may stand in a page of other things; paper is always light.
package enum SVGStylesheet {
    package static let text = """
        \(rules(light))
        @media screen and (prefers-color-scheme: dark) {
        \(rules(dark))
        }
        """

    /// The colours that depend on the ground.
    private struct Theme {
        var ground: Colour
        var ink: Colour
        var grid: Colour
        var mark: Colour
        /// The colour that a series' own is mixed with, and the share of it.
        var tint: (share: Double, colour: Colour)
    }

    private static let light = Theme(
        ground: Colour(255, 255, 255), ink: Colour(34, 34, 34), grid: Colour(227, 227, 227),
        mark: Colour(214, 39, 40), tint: (0, Colour(255, 255, 255)))
    private static let dark = Theme(
        ground: Colour(32, 36, 42), ink: Colour(228, 230, 234), grid: Colour(54, 60, 69),
        mark: Colour(255, 92, 92), tint: (0.25, Colour(255, 255, 255)))

    private static func rules(_ theme: Theme) -> String {
        let (ground, ink) = (theme.ground.hex, theme.ink.hex)
        let series = Palette.series.indices.map { index in
            let colour = Palette.series[index].mixed(theme.tint.share, with: theme.tint.colour)
            let region = colour.mixed(0.7, with: theme.ground)
            let name = ".figure .series-\(index)"
            return """
                \(name) { fill: \(colour.hex); }
                \(name).line { fill: none; stroke: \(colour.hex); }
                \(name).region { fill: \(region.hex); }
                """
        }
        return """
            .figure .ground { fill: \(ground); }
            .figure text { fill: \(ink); }
            .figure .title { font-weight: bold; }
            .figure .grid { fill: none; stroke: \(theme.grid.hex); }
            .figure .axis { fill: none; stroke: \(ink); }
            .figure .line { stroke-width: 2; stroke-linejoin: round; }
            .figure .marker { stroke: \(ground); stroke-width: 0.8; }
            .figure .mark { fill: none; stroke: \(theme.mark.hex); stroke-width: 2.5; }
            .figure .mark-edge { fill: none; stroke: \(ground); stroke-width: 5; }
            .figure .halo { stroke: \(ground); stroke-width: 3; paint-order: stroke; }
            .figure .count { stroke: \(ground); }
            .figure .on-light { fill: #222222; }
            .figure .on-dark { fill: #ffffff; }
            \(series.joined(separator: "\n"))
            """
    }
}
