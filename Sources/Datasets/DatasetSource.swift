/// A place data comes from: a file format, data in the program, or a generator.
package protocol DatasetSource: Sendable {
    /// What `load NAME` calls it.
    static var name: String { get }
    static var summary: String { get }
    /// What the PATH must be; nil for data that needs none.
    static var location: String? { get }
    /// How the names of such files end, where that says what they are.
    static var endings: [String] { get }
    static var settings: [Setting] { get }

    static func read(_ request: DatasetRequest) throws(DatasetError) -> Dataset
}

extension DatasetSource {
    package static var location: String? { nil }
    package static var endings: [String] { [] }
    package static var settings: [Setting] { [] }
}

/// A number or a word that a source takes.
package struct Setting: Sendable {
    package enum Content: Sendable {
        case count(Int, atMost: Int)
        case number(Double)
        /// A word, with nothing as its default.
        case text
        case choice([String])
    }

    package let name: String
    package let content: Content
    package let summary: String

    init(_ name: String, _ content: Content, _ summary: String) {
        self.name = name
        self.content = content
        self.summary = summary
    }
}

package struct DatasetRequest: Sendable {
    package var path: String
    package var numbers: [String: Double]
    package var words: [String: String]
    package var seed: UInt64

    package init(
        path: String = "", numbers: [String: Double] = [:], words: [String: String] = [:],
        seed: UInt64 = 1
    ) {
        self.path = path
        self.numbers = numbers
        self.words = words
        self.seed = seed
    }

    func count(_ name: String, default fallback: Int) -> Int {
        numbers[name].flatMap { Int(exactly: $0) } ?? fallback
    }
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
