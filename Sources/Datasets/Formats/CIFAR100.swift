package import Declarations
package import Files

/// CIFAR-100 as it is published: records of a coarse label, a fine label and 3 072 pixels, or pickles
/// of Python; in a folder, or in the archive as it was downloaded.
package enum CIFAR100: DatasetSource {
    package static let name = "cifar100"
    package static let summary =
        "CIFAR-100 as it is published: 60 000 pictures, 32×32×3, 100 or 20 classes"
    package static let location: String? =
        "the folder of its binary or Python files, or their .tar.gz (left out: $LC_DATA, this folder, the cache)"
    package static let needsPath = false

    private static let labels = Parameter.choice(
        "labels", default: "fine", of: ["fine", "coarse"], "100 fine classes or 20 coarse ones")
    package static let settings: [any AnyParameter] = [labels]

    private static let published = PublishedFiles(
        name: "CIFAR-100", folders: ["cifar-100-binary", "cifar-100-python"],
        files: [
            "train.bin", "test.bin", "train", "test", "meta", "fine_label_names.txt",
            "coarse_label_names.txt",
        ],
        downloads: [
            .init(
                url: "https://www.cs.toronto.edu/~kriz/cifar-100-binary.tar.gz",
                sha256: "58a81ae192c23a4be8b1804d68e518ed807d710a4eb253b1f2a199162a40d8ec"),
            .init(
                url: "https://www.cs.toronto.edu/~kriz/cifar-100-python.tar.gz",
                sha256: "85cd44d02ba6437773c5bbd22e183051d648de2e7d6b014e1ef29b855ba677a7"),
        ], areArchives: true)

    package static func recognizes(_ data: DataProbe) -> Bool {
        published.recognizes(data, archive: "cifar-100")
    }

    package static func read(_ request: DatasetRequest) throws(FileError) -> Dataset {
        try published.reading(request.path) { folder throws(FileError) in
            let kind = request[labels]
            let isCoarse = kind == "coarse"
            let usual = (0..<(isCoarse ? 20 : 100)).map { "class\($0)" }
            let pickles = CIFARPickles(
                name: "CIFAR-100", training: ["train"], test: "test", labels: "\(kind)_labels",
                meta: ("meta", "\(kind)_label_names"))
            if pickles.isIn(folder) { return try pickles.dataset(in: folder, usualNames: usual) }
            let names = try CIFARLayout.classNames(
                "\(folder)/\(kind)_label_names.txt", usual: usual)
            let layout = CIFARLayout(
                name: "CIFAR-100", training: ["train.bin"], test: "test.bin",
                labelBytes: 2, labelOffset: isCoarse ? 0 : 1)
            return try layout.dataset(in: folder, classNames: names)
        }
    }
}
