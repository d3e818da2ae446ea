import TestSupport
import Testing

#if os(Linux)
    /// A small file with many columns asks for weights that no memory holds.
    @Suite struct MemoryTests {
        @Test(arguments: [
            "init", "sgd epochs=1", "lbfgs", "gradcheck 1", "search random 2", "eval",
        ])
        func `weights larger than the memory allowed are refused in a sentence`(command: String) {
            let folder = TemporaryFolder()
            // 100 classes of ten million features: 4 GB.
            folder.write(
                "a.svm", (0..<300).map { "\($0 % 100) 1:1 10000000:\($0 + 1)\n" }.joined())
            let result = BuiltProgram.run(
                bash: """
                    ulimit -v 3000000
                    '\(BuiltProgram.path)' -c 'load libsvm \(folder.path)/a.svm; \(command)'
                    """)
            #expect(result.status == 1)
            #expect(
                result.errors.contains(
                    "with 100 classes × 10 000 000 features would take "))
            #expect(result.errors.contains(" GB are left under ulimit -v\n"))
        }
    }
#endif
