import Platform
import TestSupport
import Testing

/// Every scene on a pseudo-terminal; where `LC_SCREENS` names a file, the screens are added to it.
@Suite(.serialized, .timeLimit(.minutes(5))) struct SceneTests {
    private let sessions = TerminalSession()

    @Test(arguments: Scenes.all)
    func `a scene shows what it is about`(scene: Scene) throws {
        for (name, text) in scene.files.sorted(by: { $0.key < $1.key }) {
            var folder = ""
            for part in name.split(separator: "/").dropLast() {
                folder += (folder.isEmpty ? "" : "/") + part
                sessions.home.makeFolder(folder)
            }
            sessions.home.write(name, text)
        }
        let terminal = try sessions.start(
            term: scene.term, arguments: scene.arguments, variables: scene.environment)
        var screens = ["", "## \(scene.title)"]
        for step in scene.steps {
            let known = terminal.model.commands.count
            terminal.send(step.keys)
            let isShown = terminal.wait(seconds: 60) {
                $0.everything.contains(step.shown) || $0.commands.contains(step.shown)
            }
            #expect(isShown, "\(scene.title):\n\(terminal.model.text)\nwithout:\n\(step.shown)")
            screens += ["", "keys: \(Self.visible(step.keys))", "```", terminal.model.text, "```"]
            screens += notes(on: terminal.model, from: known)
        }
        try record(screens)
    }

    /// What a user sees beside the letters: colours of the cursor's row, the window's title, the cursor's shape.
    private func notes(on model: ScreenModel, from known: Int) -> [String] {
        let styles = model.styled(row: model.cursorRow)
        let titles = Set(model.commands[known...]).filter { !$0.hasPrefix("133;") }.sorted()
        return (styles.isEmpty ? [] : ["styles: " + styles.joined(separator: " | ")])
            + (titles.isEmpty ? [] : ["told to the window: " + titles.joined(separator: " | ")])
            + (model.cursorShape == 0 ? [] : ["shape of the cursor: \(model.cursorShape)"])
    }

    private static func visible(_ keys: String) -> String {
        keys.unicodeScalars.map {
            $0.value < 0x20 || $0.value == 0x7F
                ? "^" + String(Unicode.Scalar(UInt8($0.value) ^ 0x40)) : String($0)
        }.joined()
    }

    private func record(_ lines: [String]) throws {
        guard let path = CurrentProcess.variable("LC_SCREENS") else { return }
        let file = try FileDescriptor(path, for: .updating(permissions: 0o644))
        _ = try file.seekToEnd()
        try file.write(Array((lines.joined(separator: "\n") + "\n").utf8))
    }
}
