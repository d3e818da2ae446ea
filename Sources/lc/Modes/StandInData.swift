import Notebook
import Platform
import Session
import Syntax
import TerminalText

extension Notes {
    /// These notes, with the data that they name to stand in where those of their outputs are not at
    /// hand, after saying so.
    func withDataAtHand(_ terminal: Terminal) -> Notes {
        guard let data else { return self }
        let session = Session(environment: Environment(home: CurrentProcess.variable("HOME")))
        var problem: String?
        session.run(cell: Source(name: "data", text: "load \(data.wanted)")) { result in
            problem = result.error?.message
        }
        guard let problem else { return self }
        terminal.writeError("  \(problem); load \(data.standIn) stands in")
        var notes = self
        notes.usesStandIn = true
        return notes
    }
}
