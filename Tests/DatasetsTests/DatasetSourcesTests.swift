import Datasets
import Declarations
import Files
import TestSupport
import Numeric
import Platform
import Testing

/// What holds for every source in the list, so that a new source is tested as soon as it is there.
@Suite struct DatasetSourcesTests {
    /// A source as the argument of a test.
    struct Source: Sendable, CustomTestStringConvertible {
        let type: any DatasetSource.Type
        var testDescription: String { type.name }
    }

    /// Pictures are read by a program that was built with the trait Images.
    static let all = DatasetSources.all.filter {
        $0.name != ImageFolder.name || PictureReader() != nil
    }.map(Source.init)
    static let formats = all.filter { $0.type.location != nil }

    /// A request for a small data set. It may need `folder` for as long as it is used.
    private func request(
        for source: Source, in folder: TemporaryFolder, seed: UInt64 = 1
    ) throws -> DatasetRequest {
        var request = DatasetRequest(seed: seed)
        if source.type.location != nil {
            let writer = try #require(
                SampleFiles.writers[source.type.name], "SampleFiles lacks a sample of the format")
            request.path = writer(folder)
        }
        if source.type.settings.contains(where: { $0.name == "n" }) { request.values["n"] = 60 }
        return request
    }

    @Test func `no two sources have a name or an ending of files in common`() {
        let names = DatasetSources.all.map { $0.name }
        #expect(Set(names).count == names.count)
        let endings = DatasetSources.all.flatMap { $0.endings }
        #expect(Set(endings).count == endings.count)
        #expect(endings.allSatisfy { $0.hasPrefix(".") })
    }

    @Test(arguments: all)
    func `a source says what it is, and so do its settings`(source: Source) {
        let sentences =
            [source.type.summary] + source.type.settings.map(\.summary)
            + [source.type.location].compactMap(\.self)
        for sentence in sentences {
            #expect(!sentence.isEmpty && !sentence.contains("\n") && !sentence.hasSuffix("."))
        }
        let names = source.type.settings.map(\.name)
        #expect(Set(names).count == names.count)
        #expect(!names.contains("seed") && !names.contains("path"), "load has these itself")
    }

    @Test(arguments: all)
    func `reading twice gives the same bits`(source: Source) throws {
        let folder = TemporaryFolder()
        let request = try request(for: source, in: folder)
        let (first, second) = (try source.type.read(request), try source.type.read(request))
        #expect(first.labels == second.labels && first.classNames == second.classNames)
        #expect(first.image == second.image && first.featureNames == second.featureNames)
        for row in 0..<first.count {
            #expect(
                first.features.row(row).map(\.bitPattern)
                    == second.features.row(row).map(\.bitPattern))
        }
    }

    @Test(arguments: all)
    func `what is read fits together`(source: Source) throws {
        let folder = TemporaryFolder()
        let data = try source.type.read(try request(for: source, in: folder))
        #expect(data.features.count == data.count && data.testCount < data.count)
        #expect(data.featureNames.isEmpty || data.featureNames.count == data.dimension)
        if let image = data.image {
            #expect(image.width * image.height * image.channels == data.dimension)
            #expect(
                (0..<data.count).allSatisfy { row in
                    data.features.row(row).allSatisfy { (0...image.maximum).contains($0) }
                })
        }
        let isBundled = data.note != nil
        #expect(!isBundled || source.type.location == nil && source.type.settings.isEmpty)
    }

    @Test(arguments: all.filter { $0.type.settings.contains { $0.name == "n" } })
    func `a generator makes other data from another seed, and n examples`(source: Source) throws {
        let folder = TemporaryFolder()
        let first = try source.type.read(try request(for: source, in: folder))
        let second = try source.type.read(try request(for: source, in: folder, seed: 2))
        #expect(first.count == 60 && second.count == 60)
        #expect((0..<60).contains { first.features.row($0) != second.features.row($0) })
    }

    @Test(arguments: formats, ["/no/such/place", "/dev/null"])
    func `a path that cannot be read gives one sentence that names it`(
        source: Source, path: String
    ) {
        let words = complaint(source.type, path)
        #expect(words.contains(path) && !words.contains("\n"), "\(words)")
        #expect(words.contains(" · "), "a hint: \(words)")
    }

    @Test(arguments: formats)
    func `a file that is cut short anywhere is read or refused in one sentence`(source: Source)
        throws
    {
        let folder = TemporaryFolder()
        let path = try request(for: source, in: folder).path
        let names = try Folder.names(folder.path).filter { !$0.hasPrefix(".") }
        for name in names where FileStatus.isFile("\(folder.path)/\(name)") {
            let whole = try ByteStorage(mapping: folder.path + "/" + name)
            let bytes = (0..<whole.count).map { whole[$0] }
            for length in stride(from: 0, to: bytes.count, by: max(1, bytes.count / 13)) {
                folder.write(name, bytes: Array(bytes.prefix(length)))
                let words = complaint(source.type, path)
                let isSentence = words.contains(name) && !words.contains("\n")
                #expect(
                    words == "nothing was thrown" || isSentence,
                    "\(name) of \(length) bytes: \(words)")
            }
            folder.write(name, bytes: bytes)
        }
        #expect(complaint(source.type, path) == "nothing was thrown")
    }
}
