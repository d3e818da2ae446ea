/// Something that was entered, and when and where.
package struct HistoryEntry: Equatable, Sendable {
    package var text: String
    /// Seconds since 1970; nil where it is not known.
    package var time: Int?
    /// The folder that the session was in; nil where it is not known.
    package var folder: String?

    /// The cell that it was in this session.
    package var cell: Int?

    package init(_ text: String, time: Int? = nil, folder: String? = nil, cell: Int? = nil) {
        self.text = text
        self.time = time
        self.folder = folder
        self.cell = cell
    }
}
