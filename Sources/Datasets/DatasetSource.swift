package import Declarations
package import Files

/// A place data comes from: a file format, data in the program, or a generator.
package protocol DatasetSource: Sendable {
    /// What `load NAME` calls it.
    static var name: String { get }
    static var summary: String { get }
    /// What the PATH must be; nil for data that needs none.
    static var location: String? { get }
    /// How the names of such files end, where that says what they are.
    static var endings: [String] { get }
    static var settings: [any AnyParameter] { get }

    static func read(_ request: DatasetRequest) throws(FileError) -> Dataset
}

extension DatasetSource {
    package static var location: String? { nil }
    package static var endings: [String] { [] }
    package static var settings: [any AnyParameter] { [] }
}

/// What a source is asked for.
package struct DatasetRequest: Sendable {
    /// Where the data is; empty for sources that need no path.
    package var path: String
    /// The source's settings.
    package var values: ParameterValues
    package var seed: UInt64

    package init(path: String = "", values: ParameterValues = ParameterValues(), seed: UInt64 = 1) {
        self.path = path
        self.values = values
        self.seed = seed
    }

    subscript<Content>(setting: Parameter<Content>) -> Content { values[setting] }
}

/// Every source, in the order of help.
package enum DatasetSources {
    package static let all: [any DatasetSource.Type] = [
        CIFAR10.self, CIFAR100.self, MNIST.self, CSV.self, LibSVM.self, Digits.self, Iris.self,
        Spiral.self,
        Blobs.self,
        Synthetic.self,
    ]
}
