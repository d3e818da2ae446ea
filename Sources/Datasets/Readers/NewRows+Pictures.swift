import Files
import Numeric
import Platform

extension NewRows {
    /// The pictures of CIFAR's or MNIST's files: of a folder or an archive all of them, or those of a
    /// single file of CIFAR's records. Nil where the path is nothing of these.
    static func pictures(
        _ path: String, _ dimension: Int, _ classNames: [String], _ image: ImageShape?
    ) throws(FileError) -> NewRows? {
        if path.hasSuffix(".bin"), FileStatus.isFile(path) {
            let (features, labels) = try CIFARLayout.rows(inFile: path, classes: classNames.count)
            try check(features, path, dimension)
            return NewRows(
                features: try arranged(features, as: CIFARLayout.image, for: image, path),
                labels: labels.map { $0.map(Int32.init) }, remarks: [])
        }
        guard let source = published(path) else { return nil }
        let dataset = try source.read(DatasetRequest(path: path))
        try check(dataset.features, path, dimension)
        let classes = TableClasses.match(dataset.classNames, with: classNames)
        return NewRows(
            features: try arranged(dataset.features, as: dataset.image, for: image, path),
            labels: dataset.labels.map { classes[Int($0)] }, remarks: []
        )
    }

    private static func check(
        _ features: Features, _ path: String, _ dimension: Int
    ) throws(FileError) {
        guard features.dimension == dimension else {
            throw FileError(
                "the pictures of \(path) have \(features.dimension) numbers, and the model has \(dimension) features",
                hint: "give pictures of the size that it was trained on")
        }
    }

    /// The data set whose files a folder or an archive holds, by their names.
    private static func published(_ path: String) -> (any DatasetSource.Type)? {
        if UnpackedArchive.endings.contains(where: path.hasSuffix), FileStatus.isFile(path) {
            return path.contains("cifar-100") ? CIFAR100.self : CIFAR10.self
        }
        let marks: [(any DatasetSource.Type, [String])] = [
            (CIFAR10.self, ["data_batch_1.bin", "data_batch_1"]),
            (CIFAR100.self, ["train.bin", "train"]),
            (MNIST.self, ["train-images-idx3-ubyte", "train-images-idx3-ubyte.gz"]),
        ]
        return marks.first { _, files in files.contains { FileStatus.isFile("\(path)/\($0)") } }?.0
    }
}
