import Declarations

/// `run FILE.lc`
package enum RunCommand: Command {
    package static let name = "run"
    package static let group = CommandGroup.session
    package static let isRisky = true
    package static let summary = "run a script, or the lc fences of Markdown notes, in this session"
    package static let examples = [
        Example(
            "run ~/session.lc", "a script of two statements",
            setup: "load iris; save ~/session.lc; reset",
            result: """
                  seed 1
                  train 90 · val 30 · test 30 · 4 features · 3 classes
                …
                """)
    ]

    private static let path = Parameter.required("path", .path, "an .lc or .md file")

    package static let isReplay = true
    package static let forms = [Form(nil, "", [path])]

    package static func run(_ call: Invocation, in session: Session) throws(Failure) -> Outcome {
        let path = session.expand(call[path])
        let file = try RunnableFile(path, parameter: "path")
        guard file.isNotes else { return Outcome(outputs: [], value: try session.replay(file)) }
        let value = try session.withWrites(of: path) { () throws(Failure) in
            try session.replay(file)
        }
        return Outcome(outputs: [], value: value)
    }
}
