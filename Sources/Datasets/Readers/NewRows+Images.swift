import Files
import Numeric

extension NewRows {
    /// JPEG and PNG pictures: one, or all of a folder, made the model's size and colours. A picture whose
    /// folder has the name of a class is of that class.
    static func images(
        _ path: String, _ classNames: [String], _ image: ImageShape?
    ) throws(FileError) -> NewRows {
        try ImageFolder.checkAvailability()
        // Brightness from 0 to another number than 255 is not what the model knows.
        guard let image, image.width == image.height, image.maximum == 255 else {
            throw FileError(
                "\(path) holds pictures, and the model was not trained on square pictures of bytes",
                hint: "give rows of its features")
        }
        var walk = PictureWalk()
        if DataProbe.isFolder(path) { try walk.visit(path) } else { walk.add(path) }
        let files = walk.pictures.map { PictureFile(path: $0, label: 0) }
        let options = PictureRows.Options(
            side: image.width, isGrey: image.channels == 1, hint: "mend or remove it")
        let rows = try PictureRows(files, options) { _ in }
        let segment = ByteRows.Segment(
            storage: rows.bytes, offset: 0, stride: options.width, count: files.count)
        let found = ImageShape(
            width: image.width, height: image.height, channels: image.channels, maximum: 255,
            isInterleaved: !options.isGrey)
        let folders = walk.pictures.map { path in
            path.split(separator: "/").dropLast().last.map(String.init) ?? ""
        }
        return NewRows(
            features: try arranged(
                .bytes(ByteRows(segments: [segment], dimension: options.width)), as: found,
                for: image, path),
            labels: TableClasses.match(folders, with: classNames), remarks: [],
            files: walk.pictures)
    }
}
