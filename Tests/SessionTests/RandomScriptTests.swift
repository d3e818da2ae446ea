import RandomScripts
import Session
import Syntax
import Testing

/// Scripts that nobody wrote; `scripts/fuzz` tries thousands more.
@Suite struct RandomScriptTests {
    private static let home = TrialHome()

    @Test(arguments: 0..<8)
    func `no random script half-changes a session or breaks the form of messages`(group: Int) {
        for seed in UInt64(group) * 40..<UInt64(group + 1) * 40 {
            let script = RandomScript.text(Choices(seed: seed))
            let trial = Trial(home: Self.home.path)
            Trial.limited { trial.run(Source(name: "random", text: script)) }
            #expect(trial.broken.isEmpty, "\(script)")
        }
    }

    @Test func `random scripts run as a rule, and name every command`() {
        let scripts = (0..<400).map { RandomScript.text(Choices(seed: UInt64($0))) }
        let parsed = scripts.filter {
            Parser.parse(Source(name: "", text: $0)).diagnostics.allSatisfy {
                $0.severity != .error
            }
        }
        #expect(parsed.count > 200)
        for command in Commands.all {
            #expect(scripts.contains { $0.contains(command.name) }, "\(command.name)")
        }
    }
}
