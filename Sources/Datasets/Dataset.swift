package import Files
package import Numeric

/// Labelled examples as they were loaded: at least one example, and every label is a class.
package struct Dataset: Sendable {
    package let name: String
    /// N×D.
    package let features: Features
    /// The class of each example, in 0..<classCount.
    package let labels: [Int32]
    package let classNames: [String]
    /// How the features are a picture; nil when they are not.
    package let image: ImageShape?
    /// A name for each feature, or empty.
    package let featureNames: [String]
    /// The number of examples at the end that are a test set of their own.
    package let testCount: Int
    /// The number of examples before these that are for validation; 0 where the data do not say.
    package let validationCount: Int
    /// Who published the data and under which licence, for data that is part of the program.
    package let note: String?
    /// What each column of the table became; nil for data that is no table.
    package let table: TableLayout?
    /// What the reader did beside reading, a sentence each.
    package let remarks: [String]

    /// - Throws: when there are no examples, fewer than two classes, or a label that is not a class.
    package init(
        name: String, features: Features, labels: [Int32], classNames: [String],
        image: ImageShape? = nil,
        featureNames: [String] = [], testCount: Int = 0, validationCount: Int = 0,
        note: String? = nil,
        table: TableLayout? = nil, remarks: [String] = []
    ) throws(FileError) {
        guard !labels.isEmpty, features.count == labels.count, features.dimension > 0 else {
            throw FileError(
                "\(name) has no \(labels.isEmpty || features.count == 0 ? "examples" : "features")",
                hint: "check that it is the right file")
        }
        guard classNames.count >= 2 else {
            throw FileError(
                "\(name) has only one class, so there is nothing to classify",
                hint: "give examples of two classes or more")
        }
        var seen: Set<String> = []
        if let twice = classNames.first(where: { !seen.insert($0).inserted }) {
            throw FileError("\(name) has two classes of the name '\(twice)'")
        }
        let classCount = classNames.count
        guard try Interruptible.allSatisfy(labels, { $0 >= 0 && Int($0) < classCount }) else {
            throw FileError("\(name) has a label outside its \(classNames.count) classes")
        }
        self.name = name
        self.features = features
        self.labels = labels
        self.classNames = classNames
        self.image = image
        self.featureNames = featureNames
        self.testCount = testCount
        self.validationCount = validationCount
        self.note = note
        (self.table, self.remarks) = (table, remarks)
    }

    package var classCount: Int { classNames.count }
    package var count: Int { labels.count }
    package var dimension: Int { features.dimension }
}
