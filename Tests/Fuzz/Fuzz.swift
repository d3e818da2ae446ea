/// libFuzzer's own main function, as a function.
@_silgen_name("LLVMFuzzerRunDriver")
private func runDriver(
    _ count: UnsafeMutablePointer<Int32>,
    _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
    _ take: @convention(c) (UnsafePointer<UInt8>?, Int) -> Int32
) -> Int32

/// The target that the first word of the command line names.
private let target = CommandLine.arguments.dropFirst().first.flatMap { name in
    FuzzTargets.all.first { $0.name == name }
}

/// `fuzz TARGET …`: feeds a target with inputs; the other words are libFuzzer's. `fuzz TARGET words`
/// prints the target's dictionary, and `fuzz` the list of targets.
@main enum Fuzz {
    static func main() {
        guard let chosen = target else {
            return print(FuzzTargets.all.map { $0.name }.joined(separator: "\n"))
        }
        if CommandLine.arguments.dropFirst(2) == ["words"] {
            return chosen.words.forEach { print(FuzzDictionary.entry($0)) }
        }
        // The target's name stands where libFuzzer expects the program's.
        var count = CommandLine.argc - 1
        var arguments = unsafe CommandLine.unsafeArgv + 1
        _ = unsafe runDriver(&count, &arguments) { start, count in
            target?.take(unsafe Array(UnsafeBufferPointer(start: start, count: count)))
            return 0
        }
    }
}
