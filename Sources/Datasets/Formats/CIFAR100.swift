package import Declarations
package import Files

/// CIFAR-100: records of a coarse label, a fine label and 3 072 pixels.
package enum CIFAR100: DatasetSource {
    package static let name = "cifar100"
    package static let summary =
        "CIFAR-100's binary files: 60 000 pictures, 32×32×3, 100 or 20 classes"
    package static let location: String? = "the folder of train.bin and test.bin"

    private static let labels = Parameter.choice(
        "labels", default: "fine", of: ["fine", "coarse"], "100 fine classes or 20 coarse ones")
    package static let settings: [any AnyParameter] = [labels]

    package static func read(_ request: DatasetRequest) throws(FileError) -> Dataset {
        let kind = request[labels]
        let isCoarse = kind == "coarse"
        let names = try CIFARLayout.classNames(
            "\(request.path)/\(kind)_label_names.txt",
            usual: (0..<(isCoarse ? 20 : 100)).map { "class\($0)" })
        let layout = CIFARLayout(
            name: "CIFAR-100", training: ["train.bin"], test: "test.bin",
            labelBytes: 2, labelOffset: isCoarse ? 0 : 1)
        return try layout.dataset(in: request.path, classNames: names)
    }
}
