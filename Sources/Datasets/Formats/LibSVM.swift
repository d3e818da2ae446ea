package import Declarations
package import Files
import Numeric
import Platform

/// LIBSVM's sparse text format: `label column:value column:value …` a line, columns ascending from 1 or,
/// where a row has a column 0 or scikit-learn says so above, from 0, and `#` before a comment (Chang and Lin 2011); gzipped or not.
package enum LibSVM: DatasetSource {
    package static let name = "libsvm"
    package static let summary = "sparse rows as text: label column:value …"
    package static let location: String? = "a file of LIBSVM's format"
    package static let endings = [".libsvm", ".svm", ".svmlight", ".libsvm.gz", ".svm.gz"]

    private static let features = Parameter.count(
        "d", default: 0, in: 0...10_000_000, "how many features (by default the largest column)")
    private static let test = Parameter.optionalText(
        "test", .path, "a second file with the same columns, the test set")
    package static let settings: [any AnyParameter] = [features, test]

    private static let sizeLimit = 16 << 30

    private static let mostClasses = 10_000

    package static func recognizes(_ data: DataProbe) -> Bool {
        let rows = data.lines.filter { !$0.hasPrefix("#") }
        return rows.allSatisfy(isRow) && rows.contains { $0.contains(":") }
    }

    /// Whether a line is a number, and then a column and a number each.
    private static func isRow(_ line: Substring) -> Bool {
        let words = line.prefix { $0 != "#" }.split(whereSeparator: \.isWhitespace)
        guard let label = words.first, Double(label) != nil else { return false }
        return words.dropFirst().allSatisfy { word in
            let parts = word.split(separator: ":", maxSplits: 1)
            guard parts.count == 2 else { return false }
            return parts[0] == "qid" || Int(parts[0]) != nil && Double(parts[1]) != nil
        }
    }

    package static func read(_ request: DatasetRequest) throws(FileError) -> Dataset {
        var texts = [try text(request.path, request.report)]
        if let path = request[test] {
            do throws(FileError) { texts.append(try text(path, request.report)) } catch {
                throw error.of(setting: test.name)
            }
        }
        // One file may have no entry in column 0 where the other has.
        let first = texts.contains { $0.hasZero } ? 0 : 1
        let largest = (texts.map(\.largest).max() ?? -1) + 1 - first
        let wanted = request[features]
        guard wanted == 0 || wanted >= largest else {
            throw FileError(
                "\(request.path) has a column \(largest - 1 + first), and d is \(wanted)",
                hint: "leave d out"
            ).of(setting: features.name)
        }
        let dimension = max(largest, wanted)
        let names = try classNames(texts[0], request.path)
        var labels: [Int32] = []
        for (index, text) in texts.enumerated() {
            do throws(FileError) {
                let path = index == 0 ? request.path : request[test] ?? ""
                labels += try classes(of: text, names, path)
            } catch {
                throw index == 0 ? error : error.of(setting: test.name)
            }
        }
        return try Dataset(
            name: request.fileName,
            features: .sparse(LibSVMText.rows(texts, dimension: dimension, first: first)),
            labels: labels, classNames: names.map(className),
            featureNames: first == 0 ? LibSVMText.zeroBasedNames(dimension) : [],
            testCount: texts.dropFirst().first?.labels.count ?? 0,
            remarks: first == 0 ? ["columns count from 0, not from 1"] : [])
    }

    private static func text(
        _ path: String, _ report: (ReadingProgress) -> Void
    ) throws(FileError) -> LibSVMText {
        let bytes = try PackedFile.contents(of: path, limit: sizeLimit)
        let text = try bytes.reading { () throws(FileError) in
            try LibSVMText(bytes, path: path, report: report)
        }
        guard !text.labels.isEmpty else { throw FileError("\(path) has no rows") }
        return text
    }

    /// The different labels, ascending.
    private static func classNames(
        _ text: LibSVMText, _ path: String
    ) throws(FileError) -> [Double] {
        var seen: Set<Double> = []
        for (index, label) in text.labels.enumerated() {
            try Interruptible.check(turn: index)
            seen.insert(label)
        }
        guard seen.count <= mostClasses else {
            throw FileError(
                "\(path) has \(seen.count) different labels, as if they were no classes")
        }
        return seen.sorted()
    }

    private static func classes(
        of text: LibSVMText, _ names: [Double], _ path: String
    ) throws(FileError) -> [Int32] {
        let numbers = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, Int32($0)) })
        return try Interruptible.map(text.labels.count) { index throws(FileError) in
            guard let number = numbers[text.labels[index]] else {
                throw FileError(
                    "\(path) has the class '\(className(text.labels[index]))', which is not in the training data",
                    hint:
                        "the classes are \(names.prefix(12).map(className).joined(separator: ", "))"
                )
            }
            return number
        }
    }

    /// Whole numbers without a decimal point.
    private static func className(_ label: Double) -> String {
        label == label.rounded() && abs(label) < 1e15 ? String(Int(clamping: label)) : String(label)
    }
}
