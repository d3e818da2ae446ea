/// What a line editor and a session exchange; without one it stays empty.
package struct FrontEnd {
    /// What the next line begins with.
    package var draft: String?
    /// Further texts that `help` has, by their names.
    package var topics: [String: String] = [:]
    /// Words that a line may begin with beside those of the language, such as `cd`, with their meanings.
    package var lineWords: [String: String] = [:]
    /// Gives what was entered so far, the oldest first.
    package var history: (() -> [EnteredText])?
}
