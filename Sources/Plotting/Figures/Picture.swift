/// A small picture: width × height pixels, row by row from the top.
package struct Picture: Sendable, Equatable {
    package var width: Int
    package var height: Int
    package var pixels: [Colour]
    package var label: String
    /// A second line below the label; empty for none.
    package var note: String

    package init(width: Int, height: Int, pixels: [Colour], label: String, note: String = "") {
        self.width = width
        self.height = height
        self.pixels = pixels
        self.label = label
        self.note = note
    }
}
