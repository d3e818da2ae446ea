package import Declarations
package import Files

/// A file format, a data set that is part of the program, or a generator of random data.
package protocol DatasetSource: Sendable {
    /// The word after `load`.
    static var name: String { get }
    static var summary: String { get }
    /// What the PATH must be; nil for data that needs none.
    static var location: String? { get }
    /// Whether the PATH must be given; data that needs none is looked for where its users keep it.
    static var needsPath: Bool { get }
    /// The endings of file names that belong to this format alone: such a file is no script.
    static var endings: [String] { get }
    static var settings: [any AnyParameter] { get }

    /// Whether a file or folder is of this format, by what it holds.
    static func recognizes(_ data: DataProbe) -> Bool

    static func read(_ request: DatasetRequest) throws(FileError) -> Dataset
}

extension DatasetSource {
    package static var location: String? { nil }
    package static var needsPath: Bool { true }
    package static var endings: [String] { [] }
    package static var settings: [any AnyParameter] { [] }
    package static func recognizes(_ data: DataProbe) -> Bool { false }
}
