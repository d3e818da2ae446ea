import Notebook
import Syntax

/// What `run` and `open session` repeat: a script, or the code of Markdown notes.
struct RunnableFile {
    /// The pieces of code in order; nil for a cell of the notes that is not run.
    let pieces: [Source?]
    /// The seed that notes ask for.
    let seed: UInt64?
    /// Whether each piece is a cell, so that `out[2]` is the value of the second piece.
    let isNotes: Bool

    /// - Throws: one sentence on why the file cannot be read or run.
    init(_ path: String, parameter: String) throws(Failure) {
        if Exporters.of(path) != nil, !Notes.isMarkdown(path) {
            throw Failure(
                "\(path) is for reading and cannot be run",
                hint: "take the .lc or .md that save wrote", parameter: parameter)
        }
        let source = try ScriptFile.read(path, parameter: parameter)
        isNotes = Notes.isMarkdown(path)
        guard isNotes else {
            pieces = [source]
            seed = nil
            return
        }
        let notes = Notes(source.text, isMarkdown: true)
        seed = notes.seed
        pieces = notes.codes.map { code in
            code.isSkipped || code.expectsError
                ? nil : Source(code, of: notes, name: source.name)
        }
        if let problem = notes.problem {
            throw Failure(
                "\(path):\(problem.line): \(problem.message)", parameter: parameter)
        }
    }
}

extension Session {
    /// Repeats a file inside the statement that is running.
    ///
    /// - Returns: what the last statement gave.
    func replay(_ file: RunnableFile) throws(Failure) -> Value {
        let before = cells.values
        defer { cells.values = before }
        if file.isNotes { cells.values = [:] }
        var last = Value.nothing
        for (index, piece) in file.pieces.enumerated() {
            guard let piece else { continue }
            last = try replay(file.isNotes ? mended(piece).source : piece)
            if file.isNotes { cells.values[index + 1] = last }
            if isFinished { break }
        }
        return last
    }
}
