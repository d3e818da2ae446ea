package import Declarations
package import Files

/// Arrays of NumPy's in an `.npz` archive: features and classes by their names in it.
package enum NPZ: DatasetSource {
    package static let name = "npz"
    package static let summary = "two arrays of NumPy's in a file: features and classes"
    package static let location: String? = "an .npz file"
    package static let endings = [".npz"]

    private static let x = Parameter.optionalText(
        "x", .text, "the array of features, N×D or pictures (left out: x, X, x_train, data, …)")
    private static let y = Parameter.optionalText(
        "y", .text, "the array of N classes (left out: y, Y, y_train, labels, …)")
    package static let settings: [any AnyParameter] = [x, y]

    static let usual = (
        x: ["x", "X", "x_train", "X_train", "data", "images", "features"],
        y: ["y", "Y", "y_train", "labels", "label", "target", "targets", "classes"]
    )
    static let test = (
        x: ["x_test", "X_test"], y: ["y_test", "Y_test", "labels_test"]
    )

    package static func recognizes(_ data: DataProbe) -> Bool {
        // The name of a zip archive's first member stands behind 30 bytes, with its length before it.
        guard data.begins(with: [0x50, 0x4B, 3, 4]), data.beginning.count > 30 else { return false }
        let length = Int(data.beginning[26]) | Int(data.beginning[27]) << 8
        return data.beginning.dropFirst(30).prefix(length).suffix(4).elementsEqual(".npy".utf8)
    }

    package static func read(_ request: DatasetRequest) throws(FileError) -> Dataset {
        let path = request.path
        let names = try NumPyArchive.names(in: path)
        let features = try choose(request[x], "x", of: names, usual: usual.x, path)
        let classes = try choose(request[y], "y", of: names, usual: usual.y, path)
        // A test set beside the training set is taken where both have their usual names.
        let testX = test.x.first { names.contains($0) && features.hasSuffix("train") }
        let testY = test.y.first { names.contains($0) && classes.hasSuffix("train") }
        let hasTest = testX != nil && testY != nil
        let wanted = [features, classes] + (hasTest ? [testX, testY].compactMap(\.self) : [])
        let arrays = try NumPyArchive.items(wanted, from: path, isChecked: false)
        var parts: [ArrayData.Part] = []
        for pair in stride(from: 0, to: wanted.count, by: 2) {
            guard let x = arrays[wanted[pair]], let y = arrays[wanted[pair + 1]] else { continue }
            parts.append(
                ArrayData.Part(
                    x: x, y: y, xName: "\(wanted[pair]) in \(path)",
                    yName: "\(wanted[pair + 1]) in \(path)"))
        }
        return try ArrayData.dataset(request.fileName, parts)
    }

    private static func choose(
        _ wanted: String?, _ role: String, of names: [String], usual: [String], _ path: String
    ) throws(FileError) -> String {
        guard !names.isEmpty else {
            throw FileError(
                "\(path) is not an .npz file with arrays", hint: "write one with numpy.savez")
        }
        let list = names.prefix(12).joined(separator: ", ")
        if let wanted {
            guard names.contains(wanted) else {
                throw FileError("\(path) has no array '\(wanted)'", hint: "it has \(list)")
                    .of(setting: role)
            }
            return wanted
        }
        guard let found = usual.first(where: names.contains) else {
            throw FileError(
                "\(path) has no array with one of the usual names of \(role)",
                hint: "it has \(list): choose with \(role)=NAME")
        }
        return found
    }
}
