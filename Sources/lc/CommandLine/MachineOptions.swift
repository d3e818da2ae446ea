import ArgumentParser
import Numeric

/// The threads and kernels to compute with: options of every subcommand that runs statements.
struct MachineOptions: ParsableArguments {
    @Option(help: "How many threads work at a time (default: all cores).")
    var threads: Int?

    @Option(
        help: "Which kernels run: \(cpuNames).",
        completion: .list(CPU.allCases.map(\.rawValue) + ["auto"]))
    var cpu = "auto"

    private static let cpuNames =
        CPU.allCases.map(\.rawValue).joined(separator: ", ") + " or auto"

    func validate() throws {
        if let threads, !(1...1024).contains(threads) {
            throw ValidationError("--threads takes a number from 1 to 1024.")
        }
        guard cpu == "auto" || CPU(rawValue: cpu) != nil else {
            throw ValidationError("--cpu takes \(Self.cpuNames), not '\(cpu)'.")
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
