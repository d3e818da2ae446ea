package import TerminalText

/// Draws figures as lines of text for a terminal.
package struct TerminalCanvas: Sendable {
    let style: TerminalStyle

    package init(_ style: TerminalStyle) { self.style = style }

    /// Lines without newlines, none wider than the style's columns; each resets its colours.
    package func draw(_ figure: Figure) -> [ShownText] {
        var lines: [ShownText] = []
        if !figure.title.isEmpty {
            lines.append(
                shown(figure.title))
        }
        let charts = figure.panels.count
        let rows = max(7, min((style.rows - 2) / max(charts, 1), charts > 1 ? 12 : 20))
        for panel in figure.panels {
            if case .pictures = panel {
            } else if style.window < TerminalStyle.fewest {
                lines.append(shown("too narrow"))
                continue
            }
            switch panel {
            case .chart(let chart): lines += draw(chart, rows: rows)
            case .pictures(let pictures): lines += draw(pictures)
            case .bars(let bars): lines += draw(bars)
            case .table(let table): lines += draw(table)
            }
        }
        if let caption = figure.caption {
            lines.append(shown(caption))
        }
        return lines
    }

    private func shown(_ text: String) -> ShownText {
        ShownText(TerminalText.prefix(TerminalText.clean(text), columns: style.window))
    }
}
