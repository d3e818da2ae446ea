import Syntax

/// The tree of the text that was parsed last: what a key asks about, the session then runs.
final class LastScript {
    private var script: Script?

    /// The tree of a cell's text, parsed unless the last text was the same.
    func parse(_ text: String, cell: Int) -> Script {
        let name = "[\(cell)]"
        if let script, script.source.name == name, script.source.text.utf8.elementsEqual(text.utf8)
        {
            return script
        }
        let script = Parser.parse(Source(name: name, text: text))
        self.script = script
        return script
    }
}
