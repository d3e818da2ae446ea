import TestSupport
import Testing

/// Sessions that earlier versions saved, one folder for each version. Every number and every bit of
/// weights in them must come out again.
@Suite struct SavedSessionTests {
    private static let folder = TestTools.root + "/Tests/EndToEndTests/SavedSessions/"
    private static let sessions = [
        "1.0/definitions-and-results.lc", "1.0/l1-and-owlqn.lc", "1.0/schedules.lc",
        "1.0/searches.lc", "1.0/softmax-and-l2.lc", "1.0/splits-and-preprocessing.lc",
        "1.0/stopped-runs.lc", "1.0/svm-and-elastic-net.lc", "1.0/tune.lc",
    ]

    @Test func `every saved session is in the list`() {
        let listed = Self.sessions.map { "'\(Self.folder)\($0)'" }.joined(separator: " ")
        #expect(
            Shell.run("test \"$(ls '\(Self.folder)'*/*.lc)\" = \"$(ls \(listed))\"") == 0)
    }

    @Test(arguments: sessions)
    func `a session of an earlier version repeats to the last bit`(name: String) {
        let check = BuiltProgram.run(["verify", Self.folder + name])
        #expect(check.status == 0, "\(check.output)\(check.errors)")
        #expect(check.output.contains("numbers are the same"))
    }

    @Test(arguments: sessions)
    func `saved again, it is the same session`(name: String) {
        let folder = TemporaryFolder()
        let save = BuiltProgram.run([
            "-c", "open session \(Self.folder)\(name); save \(folder.path)/again.lc",
        ])
        #expect(save.status == 0, "\(save.errors)")
        let check = BuiltProgram.run(["verify", "\(folder.path)/again.lc"])
        #expect(check.status == 0, "\(check.output)\(check.errors)")
        #expect(Shell.run("cp '\(Self.folder)\(name)' '\(folder.path)/first.lc'") == 0)
        let last = weights(folder.read("first.lc"))
        #expect(last != nil && weights(folder.read("again.lc")) == last)
    }

    /// The last fingerprint of weights in a saved session.
    private func weights(_ text: String) -> Substring? {
        text.split(whereSeparator: \.isWhitespace).last { $0.hasPrefix("weights=x") }
    }
}
