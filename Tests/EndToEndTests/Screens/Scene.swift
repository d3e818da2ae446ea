import TestSupport
import Testing

/// What somebody types in a session, and what the screen must show then. `scripts/screens` prints the
/// screens.
struct Scene: Sendable, CustomTestStringConvertible {
    /// What is typed, and a text that the screen must come to have.
    struct Step: Sendable {
        let keys: String
        let shown: String
    }

    let title: String
    var steps: [Step]
    var files: [String: String] = [:]
    var environment: [String] = []
    var term = "xterm-256color"
    var arguments: [String] = []

    var testDescription: String { title }

    init(_ title: String, _ steps: (keys: String, shown: String)...) {
        self.title = title
        self.steps = steps.map { Step(keys: $0.keys, shown: $0.shown) }
    }

    /// The same with files in the home folder, and further variables of the environment.
    func with(
        files: [String: String] = [:], environment: [String] = [], term: String = "xterm-256color",
        arguments: [String] = []
    ) -> Scene {
        var scene = self
        (scene.files, scene.environment) = (files, environment)
        (scene.term, scene.arguments) = (term, arguments)
        return scene
    }
}
