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
    /// The endings of file names that belong to this format alone, so that `load FILE` needs no format.
    static var endings: [String] { get }
    static var settings: [any AnyParameter] { get }

    static func read(_ request: DatasetRequest) throws(FileError) -> Dataset
}

extension DatasetSource {
    package static var location: String? { nil }
    package static var needsPath: Bool { true }
    package static var endings: [String] { [] }
    package static var settings: [any AnyParameter] { [] }
}
