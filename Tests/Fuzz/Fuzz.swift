/// libFuzzer's own main function, as a function.
@_silgen_name("LLVMFuzzerRunDriver")
private func runDriver(
    _ count: UnsafeMutablePointer<Int32>,
    _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
    _ take: @convention(c) (UnsafePointer<UInt8>?, Int) -> Int32
) -> Int32

/// `fuzz TARGET …`: feeds a target with inputs; the other words are libFuzzer's.
@main enum Fuzz {
    nonisolated(unsafe) private static var target: any FuzzTarget.Type = ParserTarget.self

    static func main() {
        let name = CommandLine.arguments.dropFirst().first
        guard let named = FuzzTargets.all.first(where: { $0.name == name }) else {
            print(FuzzTargets.all.map { $0.name }.joined(separator: "\n"))
            return
        }
        target = named
        // The target's name stands where libFuzzer expects the program's.
        var count = CommandLine.argc - 1
        var arguments = unsafe CommandLine.unsafeArgv + 1
        _ = unsafe runDriver(&count, &arguments) { start, count in
            Fuzz.target.take(unsafe Array(UnsafeBufferPointer(start: start, count: count)))
            return 0
        }
    }
}
