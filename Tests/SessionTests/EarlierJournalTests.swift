import Notebook
import Session
import TestSupport
import Testing

/// A journal that version 1.0 left when it was killed: a run that Ctrl-C stopped, a plot, a mistake,
/// an `undo`, results by `_` and `out[n]`.
@Suite struct EarlierJournalTests {
    @Test func `a session that an earlier version lost is recovered to the last bit`() {
        let folder = TemporaryFolder()
        let journal = TestTools.root + "/Tests/SessionTests/Journals/1.0.journal"
        #expect(Shell.run("cp '\(journal)' '\(folder.path)/'") == 0)
        let session = Session()
        session.recovery.lost = LostSession.find(in: folder.path)
        #expect(session.recovery.lost?.count == 14)

        let recover = CommandTests.run("recover", in: session)
        #expect(recover.error == nil)
        // It compares the weights with those that the journal says were lost.
        #expect(recover.text == "  14 cells are back; cells lists them")
        #expect(session.state.classifier != nil)
        #expect(session.state.variables["x"] == 5.0)
        #expect(CommandTests.run("y", in: session).text == "1.071367545")
        #expect(session.state.runs.map(\.number) == [1, 2, 3, 4])
        #expect(
            session.cells.finished.prefix(14).map(\.source) == [
                "load iris", "loss softmax", "sgd epochs=3 lr=1e-2", "x = _.loss",
                #"print "a\n{x} \{\" ✓""#, "undo", "x = 5", "bad",
                "def twice n { gd steps=$n; gd steps=$n }", "twice 2", "y = out[3].loss", "plot",
                "sgd epochs=1000000 batch=90", "eval test",
            ])
        #expect(session.cells.finished[4].outputs == [.text("a\n1.071367545 {\" ✓")])
        #expect(session.cells.finished[7].error?.hasPrefix("there is no command 'bad'") == true)
        guard case .figure = session.cells.finished[11].outputs.first else {
            Issue.record("the plot is not a picture")
            return
        }
    }
}
