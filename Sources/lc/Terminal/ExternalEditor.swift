import Files
import Platform
import Session
import Synchronization
import TerminalText

/// `$VISUAL`, `$EDITOR` or vi, on a text of the line.
package enum ExternalEditor {
    private static let sizeLimit = 1 << 20
    private static let edits = Atomic<Int>(0)

    /// The text as the editor leaves it, without anything that acts on a terminal and without empty lines
    /// at its end. The editor begins at a place of it, where it knows how.
    static func edit(_ text: String, line: Int, column: Int) throws(Failure) -> String {
        guard let folder = StateFolder.make("drafts") else {
            throw Failure("there is no folder for what is edited", hint: StateFolder.problem)
        }
        // An editor that was killed may have left a file of its own for the last name.
        let number = edits.add(1, ordering: .relaxed).newValue
        let path = folder + "/cell-\(CurrentProcess.id)-\(number).lc"
        defer { try? FileSystem.remove(path) }
        let program =
            ["VISUAL", "EDITOR"].lazy.compactMap(CurrentProcess.variable).first { !$0.isEmpty }
            ?? "vi"
        do {
            try AtomicFile.write(Array((text + "\n").utf8), to: path)
        } catch {
            throw Failure("\(path) cannot be written")
        }
        let status = ShellCommand.run("\(program) \(words(path, line, column, for: program))")
        guard status == 0 else {
            throw Failure(
                "\(program) ended with status \(status); the line is as it was",
                hint: "EDITOR names another editor")
        }
        guard let file = try? FileDescriptor(path, for: .reading),
            let bytes = try? file.bytes(at: 0, count: sizeLimit + 1)
        else { throw Failure("\(program) left no file; the line is as it was") }
        guard bytes.count <= sizeLimit else {
            throw Failure("\(program) left more than 1 MB; the line is as it was")
        }
        return clean(String(decoding: bytes, as: UTF8.self))
    }

    /// The words that open a file at a line and a column, from 1, in an editor; the file alone in one that is not
    /// known.
    package static func words(
        _ path: String, _ line: Int, _ column: Int, for program: String
    ) -> String {
        let word = program.split(separator: " ").first ?? ""
        let file = ShellCommand.quoted(path)
        guard line > 1 || column > 1 else { return file }
        return switch word.split(separator: "/").last ?? "" {
        case "vi", "vim", "nvim", "vim.basic": "+\(line) '+norm! \(column)|' \(file)"
        case "emacs", "emacsclient", "micro", "kak": "+\(line):\(column) \(file)"
        case "nano": "+\(line),\(column) \(file)"
        case "hx", "helix", "subl", "zed": ShellCommand.quoted("\(path):\(line):\(column)")
        case "nvi", "elvis", "vim.tiny", "view", "pico", "mg", "zile", "joe", "jed", "ne", "mcedit":
            "+\(line) \(file)"
        default: file
        }
    }

    static func clean(_ text: String) -> String {
        var lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map {
            TerminalText.clean(String($0.replacing("\t", with: "    ")))
        }
        while let last = lines.last, last.allSatisfy(\.isWhitespace) { lines.removeLast() }
        return lines.joined(separator: "\n")
    }
}
