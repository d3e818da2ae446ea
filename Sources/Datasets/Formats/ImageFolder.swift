package import Declarations
package import Files
import Numeric

/// A folder of JPEG and PNG pictures, a folder for each class.
package enum ImageFolder: DatasetSource {
    package static let name = "images"
    package static let summary = "JPEG and PNG pictures, a folder for each class"
    package static let location: String? =
        "the folder: a folder of pictures for each class, or train, val and test of such folders"

    private static let size = Parameter.count(
        "size", default: 32, in: 1...1024,
        "the width and height that every picture is brought to: smaller by the mean of the pixels, larger linearly"
    )
    private static let grey = Parameter.flag(
        "gray", "one brightness for each pixel, not three colours")
    private static let fit = Parameter.choice(
        "fit", default: "crop", of: Picture.Fit.allCases.map(\.rawValue),
        "crop takes the middle square of a picture; stretch takes all of it, whatever its shape")
    private static let broken = Parameter.optionalText(
        "broken", .choice(["skip"]),
        "leave out pictures that cannot be read, and count them (left out: the first one is named, and nothing is loaded)"
    )
    package static let settings: [any AnyParameter] = [size, grey, fit, broken]

    package static func recognizes(_ data: DataProbe) -> Bool {
        data.isFolder
            ? PictureFolder.hasPictures(data.path) : PictureReader.isPicture(data.beginning)
    }

    package static func read(_ request: DatasetRequest) throws(FileError) -> Dataset {
        try checkAvailability()
        let folder = try PictureFolder(request.path)
        if folder.classNames.count == 1, let name = folder.classNames.first {
            throw FileError(
                "\(request.path) has only one class, '\(name)', so there is nothing to classify",
                hint: "give the folder that has a folder for each class")
        }
        let options = PictureRows.Options(
            side: request[size], isGrey: request[grey],
            fit: Picture.Fit(rawValue: request[fit]) ?? .crop,
            skipsBroken: request[broken] != nil)
        let files = folder.train + folder.val + folder.test
        let rows = try PictureRows(files, options, report: request.report)
        let labels = rows.kept.map { files[$0].label }
        try checkClasses(folder, files, rows)
        let valid = folder.train.count..<folder.train.count + folder.val.count
        return try Dataset(
            name: request.fileName,
            features: .bytes(
                ByteRows(
                    segments: [
                        ByteRows.Segment(
                            storage: rows.bytes, offset: 0, stride: options.width,
                            count: labels.count)
                    ], dimension: options.width)),
            labels: labels, classNames: folder.classNames,
            image: ImageShape(
                width: options.side, height: options.side, channels: options.isGrey ? 1 : 3,
                maximum: 255, isInterleaved: !options.isGrey),
            testCount: rows.kept.count { $0 >= valid.upperBound },
            validationCount: rows.kept.count(where: valid.contains),
            remarks: folder.remarks + remarks(rows, files))
    }

    /// - Throws: where this lc was built without the trait Images.
    static func checkAvailability() throws(FileError) {
        guard PictureReader() == nil else { return }
        throw FileError(
            "this lc was built without pictures",
            hint:
                "build it with scripts/install, or install libjpeg-turbo and libpng and run swift build --traits Images"
        )
    }

    /// Every class keeps a training picture.
    private static func checkClasses(
        _ folder: PictureFolder, _ files: [PictureFile], _ rows: PictureRows
    ) throws(FileError) {
        var seen = Set<Int32>()
        for index in rows.kept.prefix(while: { $0 < folder.train.count }) {
            seen.insert(files[index].label)
        }
        if let lost = folder.classNames.indices.first(where: { !seen.contains(Int32($0)) }) {
            throw FileError(
                "all pictures of the class \(folder.classNames[lost]) in \(folder.path) are broken",
                hint: "mend them, or remove their folder")
        }
    }

    private static func remarks(_ rows: PictureRows, _ files: [PictureFile]) -> [String] {
        guard let first = rows.broken.first else { return [] }
        let count = rows.broken.count
        return [
            "left out, for they are broken: \(count) (\(count > 1 ? "the first, " : "")\(files[first.index].path) \(first.text))"
        ]
    }
}
