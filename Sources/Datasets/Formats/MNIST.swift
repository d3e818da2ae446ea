package import Files
import Numeric

/// MNIST (LeCun, Cortes and Burges) in its four IDX files, gzipped or not.
package enum MNIST: DatasetSource {
    package static let name = "mnist"
    package static let summary = "MNIST's IDX files, gzipped or not: 70 000 digits, 28×28"
    package static let location: String? =
        "the folder of train-images-idx3-ubyte[.gz] and its three companions"

    package static func read(_ request: DatasetRequest) throws(FileError) -> Dataset {
        let training = try part("train", of: request.path)
        let test = try part("t10k", of: request.path)
        guard training.images.dimensions.dropFirst() == test.images.dimensions.dropFirst() else {
            throw FileError(
                "the training and the test pictures in \(request.path) differ in size")
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
