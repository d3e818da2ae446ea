package import Files
import Numeric

/// MNIST (LeCun, Cortes and Burges) in its four IDX files, gzipped or not.
package enum MNIST: DatasetSource {
    package static let name = "mnist"
    package static let summary = "MNIST's IDX files, gzipped or not: 70 000 digits, 28×28"
    package static let location: String? =
        "the folder of train-images-idx3-ubyte[.gz] and its three companions (left out: $LC_DATA, this folder, the cache)"
    package static let needsPath = false

    private static let parts = [
        "train-images-idx3", "train-labels-idx1", "t10k-images-idx3", "t10k-labels-idx1",
    ]
    .map { $0 + "-ubyte" }
    private static let mirror = "https://ossci-datasets.s3.amazonaws.com/mnist"
    private static let published = PublishedFiles(
        name: "MNIST", folders: ["mnist", "MNIST/raw"],
        files: Set(parts + parts.map { $0 + ".gz" }),
        downloads: zip(
            parts,
            [
                "440fcabf73cc546fa21475e81ea370265605f56be210a4024d2ca8f203523609",
                "3552534a0a558bbed6aed32b30c495cca23d567ec52cac8be1a0730e8010255c",
                "8d422c7b0a1c1c79245a5bcf07fe86e33eeafee792b84584aec276f5a2dbc4e6",
                "f7ae60f92e00ec6debd23a6088c31dbd2371eca3ffa0defaefb259924204aec6",
            ]
        ).map { .init(url: "\(mirror)/\($0).gz", sha256: $1) },
        areArchives: false)

    package static func recognizes(_ data: DataProbe) -> Bool {
        // One of the four files, or their folder.
        data.begins(with: [0, 0, 8, 3]) || data.begins(with: [0, 0, 8, 1])
            || published.recognizes(data, archive: nil)
    }

    package static func read(_ request: DatasetRequest) throws(FileError) -> Dataset {
        let folder = try published.folder(request.path)
        let training = try part("train", of: folder)
        let test = try part("t10k", of: folder)
        guard training.images.dimensions.dropFirst() == test.images.dimensions.dropFirst() else {
            throw FileError(
                "the training and the test pictures in \(folder) differ in size")
        }
        let height = training.images.dimensions[1]
        let width = training.images.dimensions[2]
        let segments = [training, test].map {
            ByteRows.Segment(
                storage: $0.images.storage, offset: $0.images.offset, stride: width * height,
                count: $0.images.dimensions[0])
        }
        return try Dataset(
            name: "MNIST",
            features: .bytes(ByteRows(segments: segments, dimension: width * height)),
            labels: training.labels + test.labels, classNames: (0...9).map(String.init),
            image: ImageShape(width: width, height: height, channels: 1, maximum: 255),
            testCount: test.labels.count)
    }

    private static func part(
        _ prefix: String, of folder: String
    ) throws(FileError) -> (images: IDXFile, labels: [Int32]) {
        let images = try IDXFile(
            folder: folder, stem: "\(prefix)-images", kind: "idx3-ubyte", rank: 3)
        let labels = try IDXFile(
            folder: folder, stem: "\(prefix)-labels", kind: "idx1-ubyte", rank: 1)
        let digits = try labels.storage.reading { () throws(FileError) in
            try Self.digits(labels)
        }
        guard images.dimensions[0] == labels.dimensions[0] else {
            throw FileError(
                "\(labels.path) has \(labels.dimensions[0]) labels for \(images.dimensions[0]) pictures",
                hint: "the two files must belong together")
        }
        return (images, digits)
    }

    private static func digits(_ file: IDXFile) throws(FileError) -> [Int32] {
        var digits: [Int32] = []
        for place in file.offset..<file.storage.count {
            try Interruptible.check(turn: place - file.offset)
            let digit = file.storage[place]
            guard digit < 10 else {
                throw FileError(
                    "\(file.path) has label \(digit) at byte \(place), but there are only 10 classes"
                )
            }
            digits.append(Int32(digit))
        }
        return digits
    }
}
