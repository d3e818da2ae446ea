import Datasets
import Files
import Platform
import TestSupport
import Testing

/// Formats are found by what files and folders hold, whatever they are called.
@Suite struct RecognitionTests {
    private let folder = TemporaryFolder()

    private func format(of name: String) -> String {
        do throws(FileError) {
            return try RecognizedFormat.of("\(folder.path)/\(name)").name
        } catch {
            return error.message
        }
    }

    @Test(arguments: DatasetSourcesTests.formats)
    func `the sample of every format is recognized`(source: DatasetSourcesTests.Source) throws {
        let writer = try #require(SampleFiles.writers[source.type.name])
        let path = writer(folder)
        #expect(try RecognizedFormat.of(path).name == source.type.name)
        guard try FileStatus(of: path).kind == .file else { return }
        Shell.run("cp '\(path)' '\(folder.path)/unnamed'")
        #expect(format(of: "unnamed") == source.type.name)
    }

    @Test(arguments: [
        ("1 qid:3 1:0.5 2:1 # words\n0 2:1\n", "libsvm"),
        ("# scikit-learn\n#\n1 0:1\n0\n", "libsvm"),
        ("-1.5\t3:2\n1 1:1\n", "libsvm"), ("a;b\n1;2\n3;4\n", "csv"), ("a\tb\n1\t2\n", "csv"),
        ("1,2:30,x\n2,3:40,y\n", "csv"), ("\"a, b\",c\n\"d\",e\n", "csv"),
    ])
    func `text is a table or sparse rows`(text: String, name: String) {
        folder.write("a", text)
        #expect(format(of: "a") == name)
        Shell.run("gzip -k '\(folder.path)/a'; mv '\(folder.path)/a.gz' '\(folder.path)/packed'")
        #expect(format(of: "packed") == name)
    }

    @Test func `archives and single files of published data are recognized`() {
        folder.makeFolder("cifar-10-batches-py")
        folder.write("cifar-10-batches-py/data_batch_1", "x")
        Shell.run("cd '\(folder.path)' && tar czf a.bin cifar-10-batches-py")
        #expect(format(of: "a.bin") == "cifar10")
        #expect(format(of: ".") == "cifar10")
        folder.write("digits", bytes: [0, 0, 8, 3, 0, 0, 0, 0])
        #expect(format(of: "digits") == "mnist")
        folder.write("p", bytes: SamplePictures.colourPNG)
        #expect(format(of: "p") == "images")
    }

    @Test func `what is nothing, or several, is told`() {
        folder.write("words", "Nothing to see here.\nNothing at all.\n")
        #expect(format(of: "words").hasSuffix("is no file of data that lc recognizes"))
        folder.write("empty", "")
        #expect(format(of: "empty").hasSuffix("is empty"))
        #expect(format(of: "none").contains("cannot be read"))
        folder.makeFolder("both")
        folder.write("both/data_batch_1.bin", "x")
        folder.write("both/train-images-idx3-ubyte", "x")
        #expect(format(of: "both").hasSuffix("holds data of several formats: cifar10, mnist"))
    }
}
