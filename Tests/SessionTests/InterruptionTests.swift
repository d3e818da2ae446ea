import Platform
import Session
import TestSupport
import Testing

/// Ctrl-C while a command works: the work is given up wherever it is, and the session is as it was.
@Suite struct InterruptionTests {
    private static let commands = [
        "load csv FOLDER/a.csv", "load libsvm FOLDER/a.svm", "load csv FOLDER/a.csv.gz",
        "load blobs n=2000", "load spiral n=2000", "load synthetic n=20 d=300", "load digits",
        "split val=10%", "preprocess center", "init", "eval", "confusion", "show", "explain",
        "gradcheck 3", "gradient analytic", "gradient numeric", "plot", "plot landscape n=5",
        "plot line", "plot stepsize", "compare 1 2", "save weights FOLDER/w.npz",
        "open weights FOLDER/saved.npz", "save FOLDER/a.html", "save FOLDER/a.lc",
    ]

    private static let isAsked: @Sendable () -> Bool = { Abandonment.isRequested }

    private func folder() -> TemporaryFolder {
        let folder = TemporaryFolder()
        folder.write("a.csv", (1...200).map { "\($0),\($0 % 7),c\($0 % 2)\n" }.joined())
        folder.write("a.svm", (1...200).map { "\($0 % 2) 1:\($0) 3:2\n" }.joined())
        Shell.run("gzip -k '\(folder.path)/a.csv'")
        return folder
    }

    @Test(arguments: commands)
    func `a command that is given up leaves the session as it was`(command: String) throws {
        let folder = folder()
        let session = Session(
            environment: Environment(isInterrupted: Self.isAsked, isAbandoned: Self.isAsked))
        func text(_ command: String) -> String {
            "\(command)".split(separator: " ").map {
                $0.hasPrefix("FOLDER") ? "\"\(folder.path)\($0.dropFirst(6))\"" : String($0)
            }.joined(separator: " ")
        }
        let setup = "load digits; loss softmax; sgd epochs=1; sgd epochs=1; "
        let ready = CommandTests.run(setup + text("save weights FOLDER/saved.npz"), in: session)
        try #require(ready.error == nil)
        let before = session.state.digest.text
        var looks = 0
        for look in [1, 2, 3, 5, 8, 13, 40, 200, 1000, 1 << 40] {
            let result = Abandonment.request(atLook: look) {
                CommandTests.run(text(command), in: session)
            }
            #expect(result.error == nil, "look \(look)")
            if look == 1 << 40 { break }
            guard session.state.digest.text == before else { break }
            looks += 1
        }
        #expect(looks >= 2)
    }

    @Test func `a file that was to be replaced stays when its writing is given up`() {
        let folder = folder()
        let session = Session(
            environment: Environment(isInterrupted: Self.isAsked, isAbandoned: Self.isAsked))
        _ = CommandTests.run("load iris; sgd epochs=1", in: session)
        folder.write("w.npz", "old")
        for look in 1...4 {
            _ = Abandonment.request(atLook: look) {
                CommandTests.run("save weights \"\(folder.path)/w.npz\"", in: session)
            }
            #expect(folder.read("w.npz") == "old")
        }
    }
}
