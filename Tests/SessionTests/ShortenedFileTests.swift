import Platform
import Session
import TestSupport
import Testing

/// Another program shortens a file while it is mapped: one sentence says which, and the session goes on.
@Suite struct ShortenedFileTests {
    private static let commands = [
        "sgd epochs=1", "gd steps=1", "lbfgs iterations=2", "search random 3", "search local 2",
        "eval test", "confusion test", "gradcheck 2", "preprocess center", "split val=10",
        "tune lr=[1e-3]", "plot landscape n=5", "show",
    ]

    private static let files = (1...5).map { "data_batch_\($0).bin" } + ["test_batch.bin"]

    /// CIFAR-10's files with 20 records each.
    private func cifar() -> TemporaryFolder {
        let folder = TemporaryFolder()
        for name in Self.files {
            let records = (0..<20).map { index in
                [UInt8(index % 10)] + (0..<3072).map { UInt8(truncatingIfNeeded: $0 &* index) }
            }
            folder.write(name, bytes: records.flatMap(\.self))
        }
        return folder
    }

    @Test(arguments: commands)
    func `a command on data of a shortened file fails with its name and changes nothing`(
        command: String
    ) {
        let folder = cifar()
        let session = Session()
        #expect(CommandTests.run("load cifar10 \"\(folder.path)\"", in: session).error == nil)
        let before = session.state.digest.text
        for file in Self.files { folder.resize(file, to: 5000) }
        let error = CommandTests.run(command, in: session).error ?? "nothing"
        #expect(error.hasPrefix(folder.path) && error.contains(".bin was shortened by another"))
        #expect(session.state.digest.text == before)
        // The data stay refused, also where the file is whole again.
        for file in Self.files { folder.resize(file, to: 20 * 3073) }
        let again = CommandTests.run("eval test", in: session).error ?? "nothing"
        #expect(again.contains("was shortened by another program"))
        #expect(CommandTests.run("x = 1; load iris; sgd epochs=1", in: session).error == nil)
    }
}
