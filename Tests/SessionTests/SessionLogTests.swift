import Session
import Testing

@Suite struct SessionLogTests {
    @Test func `statements that are taken back and made anew are saved once`() {
        let session = Session()
        for text in ["x = 1", "x = 2", "undo", "x = 3", "undo", "undo", "x = 4", "x = 5"] {
            _ = CommandTests.run(text, in: session)
        }
        #expect(session.state.log.entries.map(\.source) == ["x = 4", "x = 5"])
    }
}
