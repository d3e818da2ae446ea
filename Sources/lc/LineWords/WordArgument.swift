import Platform
import Session

/// What stands behind a line word: one path, which may be quoted.
enum WordArgument {
    /// The text behind a word; nil for a line that does not begin with it.
    static func text(of line: String, behind word: String) -> String? {
        guard line.hasPrefix(word) else { return nil }
        let rest = line.dropFirst(word.count)
        guard let first = rest.first else { return "" }
        let argument = rest.drop { $0 == " " }
        // `cd = 3` gives a variable a value.
        return first == " " && !argument.hasPrefix("=") ? String(argument) : nil
    }

    /// A path without quotes, with `~` and a variable at its beginning written out.
    static func path(_ text: String) -> String {
        var path = text.replacing("\\ ", with: " ")
        if let quote = path.first, quote == "\"" || quote == "'" {
            path = String(path.dropFirst().prefix { $0 != quote })
        }
        if path == "~" || path.hasPrefix("~/") {
            path = (CurrentProcess.variable("HOME") ?? "~") + path.dropFirst()
        } else if path.hasPrefix("$") {
            let name = path.dropFirst().prefix { $0 != "/" }
            if let value = CurrentProcess.variable(String(name)) {
                path = value + path.dropFirst(name.count + 1)
            }
        }
        return path
    }
}
