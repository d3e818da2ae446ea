import ArgumentParser
import Numeric

/// The command line of `lc`.
struct Options: ParsableArguments {
    @Argument(help: "A script to run, or - for standard input; without one, a session begins.")
    var script: String?

    @Argument(parsing: .captureForPassthrough, help: "Words that the script finds in args.")
    var arguments: [String] = []

    @Option(name: [.customShort("c"), .customLong("command")], help: "Run these statements.")
    var command: String?

    @Flag(help: "List all errors of the script without running it.")
    var check = false

    @Flag(
        help: "Take FILE as copied text: notes, the text of a PDF, a transcript, a chat message.")
    var paste = false

    @Flag(help: "Print one JSON object a statement.")
    var json = false

    @Option(help: "The seed of all randomness.")
    var seed: UInt64 = 1

    @OptionGroup var machine: MachineOptions

    @Flag(name: .shortAndLong, help: "Show no reports and no progress, only what print prints.")
    var quiet = false

    @Flag(help: "Go on after a statement that failed.")
    var keepGoing = false

    func validate() throws {
        guard seed <= 1 << 53 else { throw ValidationError("--seed takes a number up to 2^53.") }
        if command != nil, script != nil { throw ValidationError("Give a script or -c, not both.") }
    }
}

/// What every way of running takes from the command line.
struct MachineOptions: ParsableArguments {
    @Option(help: "How many threads work at a time (default: all cores).")
    var threads: Int?

    @Option(help: "Which kernels run: scalar, avx2, avx512, neon or auto.")
    var cpu = "auto"

    func validate() throws {
        if let threads, !(1...1024).contains(threads) {
            throw ValidationError("--threads takes a number from 1 to 1024.")
        }
        guard cpu == "auto" || CPU(rawValue: cpu) != nil else {
            throw ValidationError("--cpu takes scalar, avx2, avx512, neon or auto, not '\(cpu)'.")
        }
        if let cpu = CPU(rawValue: cpu), !CPU.available.contains(cpu) {
            let names = CPU.available.map(\.rawValue).joined(separator: ", ")
            throw ValidationError("This machine has no \(cpu.rawValue); it has \(names).")
        }
    }

    /// Sets what holds for the whole process.
    func apply() {
        if let threads { Parallel.threads = threads }
        _ = CPU.select(CPU(rawValue: cpu))
    }
}
