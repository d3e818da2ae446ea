package import Files
import Numeric
import Platform

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
        guard images.dimensions[0] == labels.dimensions[0] else {
            throw FileError(
                "\(labels.path) has \(labels.dimensions[0]) labels for \(images.dimensions[0]) pictures",
                hint: "the two files must belong together")
        }
        var values: [Int32] = []
        for index in 0..<labels.dimensions[0] {
            let label = labels.storage[labels.offset + index]
            guard label < 10 else {
                throw FileError(
                    "\(labels.path) has label \(label) at byte \(labels.offset + index), but there are only 10 classes"
                )
            }
            values.append(Int32(label))
        }
        return (images, values)
    }
}

/// A file of unsigned bytes in the IDX layout: a magic number, the dimensions, the bytes.
private struct IDXFile {
    let path: String
    let storage: ByteStorage
    let dimensions: [Int]
    /// Where the bytes begin.
    let offset: Int

    private static let sizeLimit = 1 << 31

    init(folder: String, stem: String, kind: String, rank: Int) throws(FileError) {
        let names = [
            "\(stem)-\(kind)", "\(stem)-\(kind).gz", "\(stem).\(kind)", "\(stem).\(kind).gz",
        ]
        var found: (String, ByteStorage)?
        for name in names where found == nil {
            let path = "\(folder)/\(name)"
            do throws(SystemError) {
                found = (path, try ByteStorage(mapping: path))
            } catch {
                if error.code != SystemError.notFound { throw FileError(path, error) }
            }
        }
        guard let found else {
            throw FileError(
                "\(folder) has no \(names[0])[.gz]",
                hint: "give the folder that holds MNIST's four files")
        }
        path = found.0
        storage =
            Gzip.isGzip(found.1)
            ? ByteStorage(bytes: try Gzip.inflate(found.1, path: path, limit: Self.sizeLimit))
            : found.1
        offset = 4 + 4 * rank
        guard storage.count >= offset, storage[0] == 0, storage[1] == 0, storage[2] == 8,
            storage[3] == UInt8(rank)
        else {
            throw FileError(
                "\(path) is not an IDX file of \(rank) dimensions of bytes",
                hint: "its first four bytes should be 0 0 8 \(rank)")
        }
        let bytes = storage
        dimensions = (0..<rank).map { axis in
            (0..<4).reduce(0) { $0 << 8 | Int(bytes[4 + axis * 4 + $1]) }
        }
        var size = offset
        var product = 1
        for dimension in dimensions {
            let (next, overflow) = product.multipliedReportingOverflow(by: dimension)
            guard dimension > 0, !overflow, next < Self.sizeLimit else {
                throw FileError("\(path) promises \(dimensions) bytes, which cannot be")
            }
            product = next
        }
        size += product
        guard storage.count == size else {
            throw FileError(
                "\(path) should have \(size) bytes by its header, but has \(storage.count)",
                hint: storage.count < size
                    ? "it is cut short: download it again" : "it has bytes too many")
        }
    }
}

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

extension SystemError {
    static var notFound: Int32 { ENOENT }
}
