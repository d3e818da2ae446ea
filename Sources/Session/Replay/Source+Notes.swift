package import Notebook
package import Syntax

extension Source {
    /// A piece of notes' code, whose lines have the numbers that they have in the file.
    package convenience init(_ code: Notes.Code, of notes: Notes, name: String) {
        self.init(name: name, text: notes.text(of: code), firstLine: code.lines.lowerBound + 1)
    }
}
