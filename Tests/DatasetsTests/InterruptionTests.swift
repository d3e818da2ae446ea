import Datasets
import Platform
import TestSupport
import Testing

/// Readers and generators look at what the user wants.
@Suite struct InterruptionTests {
    @Test(arguments: DatasetSourcesTests.all.map { $0.type.name })
    func `every source can be given up`(name: String) throws {
        let folder = TemporaryFolder()
        let source = try #require(DatasetSources.all.first { $0.name == name })
        let path = SampleFiles.writers[name]?(folder) ?? ""
        #expect(Abandonment.request(atLook: 1) { complaint(source, path) } == "interrupted")
        #expect(
            Abandonment.request(atLook: 1 << 40) { complaint(source, path) }
                == "nothing was thrown")
    }
}
