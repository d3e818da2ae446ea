/// The head of a message.
struct ChatHead {
    /// What follows it on its line; nil where it stands on lines of its own.
    var rest: String?
    /// How many lines it takes where it has them for itself.
    var lines = 1
    /// The name where nothing else says that this is a head.
    var name: String?
    /// It tells who came or went.
    var isNotice = false
}

/// How a program writes the heads of messages when they are copied or exported.
protocol ChatNotation: Sendable {
    /// How many heads make a chat of a text.
    static var fewest: Int { get }
    /// The head that a line has, or a line and the next.
    static func head(of line: String, _ next: String) -> ChatHead?
    /// The lines of a message without what the program puts around them.
    static func message(_ lines: [String]) -> [String]
}

extension ChatNotation {
    static var fewest: Int { 2 }
    static func message(_ lines: [String]) -> [String] { lines }
}
