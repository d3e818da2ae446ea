/// Who reads the cells of a session.
package protocol CellReader: AnyObject {
    /// Reads one cell, which may have several lines and may begin with a draft.
    func readCell(prompt: String, draft: String?) -> CellInput
    /// Puts an entry at the end of the history.
    func remember(_ entry: HistoryEntry)
    /// An entry that failed is not suggested again.
    func dropSuggestion(_ entry: String)
    /// The history's entries, the oldest first.
    var entries: [HistoryEntry] { get }
    /// Whether something was typed that no cell has yet.
    var isTypedAhead: Bool { get }
    /// Whether something on the last line was pasted.
    var tookPaste: Bool { get }
    /// Gives the terminal back as it was.
    func close()
}
