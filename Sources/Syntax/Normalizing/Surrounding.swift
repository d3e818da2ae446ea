/// Something that stood around a line's text and was taken off.
enum Surrounding: Hashable, CaseIterable {
    /// `[3] lc>`
    case prompt
    /// `...>` of a statement that goes on
    case continuation
    /// A bullet, a number, a check box, an arrow
    case item
    /// Backticks, or bold type around the whole line
    case code
    /// `Load the data:`
    case leadIn
    /// Borders of a table or a box
    case cell
    /// `> ` of mail, and what else stands before every line
    case quotation
    /// A name and a time, as chats write them
    case chatHead
    /// Markdown beside cells of code
    case notes
    /// A capital letter that was made small
    case capital

    /// Marks behind which nobody writes prose.
    static let marks: Set<Surrounding> = [.prompt, .continuation, .code]

    var description: String {
        switch self {
        case .prompt: "behind a prompt"
        case .continuation: "behind the prompt of a statement that goes on"
        case .item: "an item of a list"
        case .code: "set as code"
        case .leadIn: "behind words that lead it in"
        case .cell: "in a cell"
        case .quotation: "quoted"
        case .chatHead: "a message of a chat"
        case .notes: "in a cell of notes"
        case .capital: "written with a capital letter"
        }
    }
}
