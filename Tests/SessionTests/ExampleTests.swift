import Notebook
import Session
import Syntax
import TestSupport
import Testing

/// The examples of help run, and show what they say.
@Suite struct ExampleTests {
    private let home = TemporaryFolder()

    /// What an example shows, in a session of its own whose home is an empty folder.
    private func shown(_ command: any Command.Type, _ example: Example) throws -> String {
        let session = Session(environment: Environment(home: home.path))
        if command == RecoverCommand.self { session.recovery.lost = try lostSession() }
        for line in example.setup.split(separator: "\n") {
            #expect(CommandTests.run(String(line), in: session).error == nil, "\(line)")
        }
        #expect(CommandTests.run(example.source, in: session).error == nil)
        let cell = try #require(session.cells.finished.last)
        let lines =
            RecordedOutput.of(cell).flatMap(\.lines) + [session.frontEnd.draft].compactMap(\.self)
        return lines.joined(separator: "\n")
    }

    /// A session of two cells that ended without `quit`.
    private func lostSession() throws -> LostSession {
        do {
            let session = Session()
            session.recovery.journal = Journal(folder: home.path)
            for source in ["load iris", "sgd epochs=5"] {
                _ = CommandTests.run(source, in: session)
            }
        }
        return try #require(JournalTests.lost(in: home))
    }

    @Test(arguments: Commands.all.map { $0.name })
    func `every command has examples, which show what they say`(name: String) throws {
        let command = try #require(Commands.named(name))
        #expect(!command.examples.isEmpty)
        for example in command.examples {
            let shown = try shown(command, example)
            #expect(
                Transcript.matches(excerpt: example.result, text: shown, tolerance: 1e-6),
                "\(example.source) shows\n\(shown)\nand not\n\(example.result)")
        }
    }

    @Test func `the lines of the language's page work one after the other, and show what they say`()
        throws
    {
        let session = Session()
        _ = CommandTests.run("load iris", in: session)
        for example in LanguageHelp.examples {
            let result = CommandTests.run(example.source, in: session)
            #expect(result.error == nil, "\(example.source)")
            #expect(
                Transcript.matches(excerpt: example.result, text: result.text, tolerance: 1e-6),
                "\(example.source) shows\n\(result.text)\nand not\n\(example.result)")
        }
    }
}
