import Notebook
import Session
import Syntax
import TerminalText

/// Compares what a file's code shows with what the file says it shows, and reports on a terminal.
struct NotesComparison {
    let file: String
    let notes: Notes
    /// How much numbers may differ where neither the code nor the file says.
    let tolerance: Double
    /// Whether differences are to be written into the file instead of being reported.
    let isUpdate: Bool
    let terminal: Terminal

    private var isGood = true
    private var compared = 0
    private var changed: [(code: Notes.Code, outputs: [RecordedOutput])] = []

    init(file: String, notes: Notes, tolerance: Double, isUpdate: Bool, terminal: Terminal) {
        self.file = file
        self.notes = notes
        self.tolerance = tolerance
        self.isUpdate = isUpdate
        self.terminal = terminal
    }

    mutating func add(_ result: NotesRunner.Result) {
        if result.code.isSkipped { return }
        if let error = result.error, !result.code.expectsError {
            terminal.writeError(terminal.renderer(showsLocation: true).render(error))
            isGood = false
            return
        }
        if result.error == nil, result.code.expectsError {
            sayError("this was to fail, and did not", at: result.code)
            isGood = false
        }
        // The outputs in the file are of other data.
        if notes.usesStandIn, !result.code.holds { return }
        let found = RecordedOutput.of(result.cell)
        guard let recorded = result.code.recorded else {
            if !found.isEmpty { changed.append((result.code, found)) }
            return
        }
        compared += 1
        let differences = Transcript.differences(
            recorded, found, tolerance: result.code.tolerance ?? notes.tolerance ?? tolerance)
        guard !differences.isEmpty else { return }
        changed.append((result.code, found))
        guard !isUpdate else { return }
        isGood = false
        sayError("this shows something else now", at: result.code)
        for difference in differences {
            if let text = difference.expected { say("  - \(text)") }
            if let text = difference.found { say("  + \(text)") }
        }
    }

    /// Writes the file where that is asked for, and says how the comparison ended.
    ///
    /// - Returns: whether everything is as the file says.
    func finish() throws -> Bool {
        guard isGood else { return false }
        if isUpdate, !changed.isEmpty {
            try WrittenFile.write(notes.text(replacing: changed), to: file, terminal)
            let count = changed.count == 1 ? "1 output" : "\(changed.count) outputs"
            terminal.write("\(file): \(count) written\n")
            return true
        }
        guard compared > 0 else {
            say("\(file): error: it says nowhere what it shows; --update writes it down")
            return false
        }
        let verdict =
            compared == 1 ? "1 output is as it says" : "\(compared) outputs are as they say"
        let place = notes.usesStandIn ? notes.data.map { " on \($0.standIn)" } : nil
        terminal.write("\(file): \(verdict)\(place ?? "")\n")
        return true
    }

    private func sayError(_ message: String, at code: Notes.Code) {
        say("\(file):\(code.lines.lowerBound + 1): error: \(message)")
    }

    private func say(_ text: ShownText) { terminal.writeError(text) }
}
