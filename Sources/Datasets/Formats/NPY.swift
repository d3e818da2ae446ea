package import Declarations
package import Files
import Platform

/// Features and classes in two `.npy` files of NumPy's.
package enum NPY: DatasetSource {
    package static let name = "npy"
    package static let summary = "two files of NumPy's: an array of features, an array of classes"
    package static let location: String? = "the .npy file of features, N×D or pictures"
    package static let endings = [".npy"]

    private static let y = Parameter.optionalText(
        "y", .path, "the .npy file of N classes (left out: y.npy beside it)")
    package static let settings: [any AnyParameter] = [y]

    package static func recognizes(_ data: DataProbe) -> Bool {
        data.begins(with: [0x93] + "NUMPY".utf8)
    }

    package static func read(_ request: DatasetRequest) throws(FileError) -> Dataset {
        let classes = request[y] ?? beside(request.path)
        guard request[y] != nil || FileSystem.exists(classes) else {
            throw FileError(
                "\(classes), with the classes of \(request.path), is not there",
                hint: "add y=FILE.npy")
        }
        let part = ArrayData.Part(
            x: try NumPyArchive.items(inFile: request.path),
            y: try items(ofClasses: classes, request[y] != nil), xName: request.path, yName: classes
        )
        return try ArrayData.dataset(request.fileName, [part])
    }

    private static func items(
        ofClasses path: String, _ isGiven: Bool
    ) throws(FileError) -> NumPyItems {
        do throws(FileError) { return try NumPyArchive.items(inFile: path) } catch {
            throw isGiven ? error.of(setting: y.name) : error
        }
    }

    private static func beside(_ path: String) -> String {
        (path.lastIndex(of: "/").map { String(path[...$0]) } ?? "") + "y.npy"
    }
}
