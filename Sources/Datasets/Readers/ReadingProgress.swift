/// How far a reader is.
package struct ReadingProgress: Sendable {
    package let done: Int
    package let total: Int
    /// What is counted: pictures, MB.
    package let unit: String

    /// Of a text, in bytes.
    static func megabytes(_ done: Int, of total: Int) -> ReadingProgress {
        ReadingProgress(done: done / 1_000_000, total: max(total / 1_000_000, 1), unit: "MB")
    }
}
