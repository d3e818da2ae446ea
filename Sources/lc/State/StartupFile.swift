import Files
import Platform
import Session
import Syntax

/// `$XDG_CONFIG_HOME/lc/init.lc`, or `~/.config/lc/init.lc`: statements and line words that a session begins
/// with.
enum StartupFile {
    static var path: String? {
        let folder =
            CurrentProcess.variable("XDG_CONFIG_HOME").flatMap { $0.hasPrefix("/") ? $0 : nil }
            ?? CurrentProcess.variable("HOME").map { $0 + "/.config" }
        return folder.map { $0 + "/lc/init.lc" }
    }

    private static let sizeLimit = 1 << 20

    /// Runs the file where there is one. What is wrong in it is shown, and the session goes on.
    static func run(_ runner: Runner, _ editor: LineWordContext) {
        guard let path, FileStatus.isFile(path),
            let file = try? FileDescriptor(path, for: .reading),
            let bytes = try? file.bytes(at: 0, count: sizeLimit)
        else { return }
        let source = Source(name: path, text: String(decoding: bytes, as: UTF8.self))
        let script = Parser.parse(source)
        script.diagnostics.forEach(runner.report)
        for statement in script.statements {
            let text = source.text(in: statement.range)
            if case .action(let act)? = LineWords.request(text, in: runner.session) {
                runner.perform(act, editor)
            } else if let error = runner.session.prepare(statement, of: source).error {
                runner.report(error)
            }
        }
    }
}
