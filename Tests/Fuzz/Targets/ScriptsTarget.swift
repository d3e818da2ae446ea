import RandomScripts

/// Random scripts that are well-formed as a rule: an input holds the decisions that make one.
enum ScriptsTarget: FuzzTarget {
    static let name = "scripts"

    static func take(_ bytes: [UInt8]) {
        TrialRun.run(RandomScript.text(Choices(bytes)))
    }
}
