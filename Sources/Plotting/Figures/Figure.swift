/// A picture as data: what to draw, not where. Canvases draw it.
package struct Figure: Sendable, Equatable {
    package var title: String
    package var panels: [Panel]
    /// One line under the picture.
    package var caption: String?

    package init(_ title: String, _ panels: [Panel], caption: String? = nil) {
        self.title = title
        self.panels = panels
        self.caption = caption
    }
}

/// One part of a figure.
package enum Panel: Sendable, Equatable {
    case chart(Chart)
    /// Small pictures in a grid, each with its label.
    case pictures([Picture])
    case bars([Bar])
    /// A table of counts, shaded by size within each row.
    case table(CountTable)
}
