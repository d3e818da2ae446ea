import Datasets
import Declarations
import Files
import Numeric
import Platform
import TestSupport
import Testing

/// Folders of pictures, where the program was built with the trait Images.
@Suite(.enabled(if: PictureReader() != nil, "built without pictures"))
struct ImageFolderTests {
    private let folder = TemporaryFolder()

    /// Folders and pictures, by their paths.
    private func make(_ files: [(String, [UInt8])]) {
        for (path, bytes) in files {
            let parts = path.split(separator: "/").dropLast()
            for count in 0..<parts.count {
                let name = parts.prefix(count + 1).joined(separator: "/")
                if !FileSystem.exists("\(folder.path)/\(name)") { folder.makeFolder(name) }
            }
            folder.write(path, bytes: bytes)
        }
    }

    private func read(_ settings: [String: any Sendable] = [:]) throws -> Dataset {
        var request = DatasetRequest(path: folder.path)
        for (name, value) in settings { request.values[name] = value }
        return try ImageFolder.read(request)
    }

    private func complaint() -> String { DatasetsTests.complaint(ImageFolder.self, folder.path) }

    @Test func `a folder is a class, and its pictures are rows of bytes`() throws {
        make([
            ("cat/b.png", SamplePictures.colourPNG), ("cat/a.JPG", SamplePictures.colourJPEG),
            ("dog/x/deep.png", SamplePictures.clearPNG), ("cat/.hidden", [1]), (".git/a.png", [2]),
        ])
        let data = try read(["size": 2])
        #expect(data.classNames == ["cat", "dog"] && data.labels == [0, 1, 0])
        #expect(data.image?.width == 2 && data.image?.isInterleaved == true)
        #expect(data.features.row(0).prefix(3) == [199, 60, 19])
        #expect(data.features.row(2) == [255, 0, 0, 0, 255, 0, 0, 0, 255, 9, 8, 7])
        #expect(data.remarks.isEmpty)
        let grey = try read(["size": 1, "gray": true])
        // (199·19595 + 60·38470 + 19·7471 + 32768) / 65536, and the same of 7, 8 and 9.
        #expect(grey.dimension == 1 && grey.features.row(1) == [8])
    }

    @Test(arguments: [("train", "val", "test"), ("Training", "valid", "testing")])
    func `train, val and test are parts`(train: String, val: String, test: String) throws {
        make([
            ("\(train)/a/1.png", SamplePictures.colourPNG),
            ("\(train)/b/1.png", SamplePictures.clearPNG),
            ("\(val)/b/1.png", SamplePictures.colourPNG),
            ("\(test)/a/1.png", SamplePictures.colourPNG),
            ("\(test)/b/2.png", SamplePictures.colourPNG),
        ])
        let data = try read()
        #expect(data.count == 5 && data.testCount == 2 && data.validationCount == 1)
        let split = try Split.standard(of: data, seed: 1)
        #expect(split.train == .range(0..<2) && split.val == .range(2..<3))
        #expect(split.test == .range(3..<5) && data.labels == [0, 1, 1, 0, 1])
    }

    @Test func `a class may be called train`() throws {
        make([("car/1.png", SamplePictures.colourPNG), ("train/1.png", SamplePictures.clearPNG)])
        #expect(try read().classNames == ["car", "train"])
    }

    @Test func `every stretch of the training pictures has each class`() throws {
        for index in 0..<6 { make([("a/\(index).png", SamplePictures.clearPNG)]) }
        for index in 0..<3 { make([("b/\(index).png", SamplePictures.clearPNG)]) }
        #expect(try read(["size": 1]).labels == [0, 1, 0, 0, 1, 0, 0, 1, 0])
    }

    @Test func `a broken picture is named, and left out on request`() throws {
        make([
            ("a/1.png", SamplePictures.colourPNG), ("a/2.jpg", Array("GIF89a".utf8)),
            ("b/1.png", SamplePictures.colourPNG), ("b/3.png", []),
            ("b/0.jpg", Array(SamplePictures.colourJPEG.prefix(250))), ("b/notes.txt", [65]),
        ])
        let words = complaint()
        #expect(
            words.hasPrefix("\(folder.path)/b/0.jpg is damaged: ") && words.hasSuffix("broken=skip")
        )
        let data = try read(["broken": "skip", "size": 2])
        #expect(data.count == 2 && data.labels == [0, 1])
        #expect(data.features.row(1) == data.features.row(0))
        #expect(data.remarks.count == 2 && data.remarks[0].contains("b/notes.txt"))
        #expect(data.remarks[1].hasPrefix("left out, for they are broken: 3 (the first, "))
    }

    @Test func `what is no folder of classes is told in a sentence`() throws {
        #expect(complaint().contains("has no folders, and each class of pictures is a folder"))
        make([("a/1.png", SamplePictures.clearPNG), ("b/x.txt", [1])])
        #expect(complaint().contains("/b has no JPEG or PNG pictures"))
        make([("b/1.png", [1, 2, 3])])
        #expect(complaint().contains("/b/1.png is no JPEG or PNG picture"))
        make([("b/1.png", SamplePictures.hugePNG)])
        #expect(complaint().contains("/b/1.png is 65535×65535 pixels"))
        Shell.run("ln -s .. '\(folder.path)/b/up'")
        #expect(complaint().contains("leads back to a folder that it stands in"))
        Shell.run("rm '\(folder.path)/b/up'; ln -s /no/such '\(folder.path)/b/0.png'")
        #expect(complaint().contains("/b/0.png cannot be read"))
        Shell.run("rm '\(folder.path)/b/0.png'; mkfifo '\(folder.path)/b/0.png'")
        #expect(complaint().contains("/b/0.png cannot be read"))
    }

    @Test func `a folder of one class is told, and what macOS adds is no class`() throws {
        make([("all/a/1.png", SamplePictures.clearPNG), ("all/b/1.png", SamplePictures.clearPNG)])
        #expect(complaint().contains("has only one class, 'all'"))
        make([
            ("c/1.png", SamplePictures.clearPNG), ("__MACOSX/c/._1.png", [1]),
        ])
        #expect(try read([:]).classNames == ["all", "c"])
    }

    @Test func `new pictures get the model's size and colours, and their folder's class`() throws {
        make([
            ("cat/a.png", SamplePictures.colourPNG), ("dog/b.jpg", SamplePictures.colourJPEG),
            ("new/c.png", SamplePictures.clearPNG),
        ])
        // A model of pictures whose colours lie in planes.
        let planes = ImageShape(width: 2, height: 2, channels: 3, maximum: 255)
        func rows(_ path: String, _ image: ImageShape?) throws -> NewRows {
            try NewRows.read(
                folder.path + path, layout: TableLayout(numbers: (0..<12).map { "c\($0)" }),
                classNames: ["cat", "dog"], image: image)
        }
        let all = try rows("", planes)
        #expect(all.labels == [0, 1, nil])
        #expect(all.features.row(0) == [255, 0, 0, 9, 0, 255, 0, 8, 0, 0, 255, 7])
        #expect(try rows("/dog/b.jpg", planes).labels == [1])
        #expect(throws: FileError.self) { try rows("", nil) }
        folder.write("new/d.png", "none")
        let error = #expect(throws: FileError.self) { try rows("/new", planes) }
        #expect(error?.hint == "mend or remove it")
    }

    @Test func `another part has only the classes of training`() {
        make([
            ("train/a/1.png", SamplePictures.clearPNG), ("train/b/1.png", SamplePictures.clearPNG),
            ("test/c/1.png", SamplePictures.clearPNG),
        ])
        #expect(complaint().contains("/test has a folder 'c', and no class of the training"))
    }
}
