package import Files
package import Numeric

/// Labelled examples as they were loaded. Never empty, and every label is a class.
package struct Dataset: Sendable {
    package let name: String
    /// N×D.
    package let features: Features
    /// The class of each example, in 0..<classCount.
    package let labels: [Int32]
    package let classNames: [String]
    /// How the features are a picture; nil when they are not.
    package let image: ImageShape?
    /// One a feature, or none.
    package let featureNames: [String]
    /// How many of the examples, the last ones, are a test set of their own.
    package let testCount: Int
    /// Where it comes from, for data that is part of the program.
    package let note: String?

    /// - Throws: when there is nothing in it, fewer than two classes, or a label that is no class.
    package init(
        name: String, features: Features, labels: [Int32], classNames: [String],
        image: ImageShape? = nil,
        featureNames: [String] = [], testCount: Int = 0, note: String? = nil
    ) throws(FileError) {
        guard !labels.isEmpty, features.count == labels.count, features.dimension > 0 else {
            throw FileError("\(name) has no examples")
        }
        guard classNames.count >= 2 else {
            throw FileError("\(name) has only one class, so there is nothing to classify")
        }
        guard labels.allSatisfy({ $0 >= 0 && Int($0) < classNames.count }) else {
            throw FileError("\(name) has a label outside its \(classNames.count) classes")
        }
        self.name = name
        self.features = features
        self.labels = labels
        self.classNames = classNames
        self.image = image
        self.featureNames = featureNames
        self.testCount = testCount
        self.note = note
    }

    package var classCount: Int { classNames.count }
    package var count: Int { labels.count }
    package var dimension: Int { features.dimension }
}

/// How a row of features is a picture.
package struct ImageShape: Sendable, Equatable {
    package let width: Int
    package let height: Int
    /// 1 (grey) or 3 (red, green, blue, one plane after the other).
    package let channels: Int
    /// The feature value that is white.
    package let maximum: Float

    package init(width: Int, height: Int, channels: Int, maximum: Float) {
        self.width = width
        self.height = height
        self.channels = channels
        self.maximum = maximum
    }
}
