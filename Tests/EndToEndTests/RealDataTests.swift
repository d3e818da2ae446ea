import TestSupport
import Testing

enum RealData {
    static let folder = Shell.variable("LC_DATA")
}

/// The lecture's data at full size, where `LC_DATA` names the folder that holds
/// `cifar-10-batches-bin` and `mnist`.
@Suite(.enabled(if: RealData.folder != nil), .serialized)
struct RealDataTests {
    private var folder: String { RealData.folder ?? "" }

    private func numbers(_ name: String, in output: String) -> [Double] {
        output.split(separator: "\"\(name)\":").dropFirst().compactMap {
            Double($0.prefix { !",}".contains($0) })
        }
    }

    @Test func `CIFAR-10 by random search, then by SGD`() throws {
        let result = BuiltProgram.run([
            "--json", "-c",
            """
            load cifar10 \(folder)/cifar-10-batches-bin; loss svm; reg l2 1e-3; search random 1000
            eval test; sgd lr=1e-3 batch=256; eval test; plot
            """,
        ])
        #expect(result.status == 0, "\(result.errors)")
        let accuracies = numbers("accuracy", in: result.output)
        try #require(accuracies.count == 2)
        #expect((0.13...0.19).contains(accuracies[0]))
        #expect(accuracies[1] >= 0.38)
    }

    @Test func `MNIST by softmax with every default`() throws {
        let result = BuiltProgram.run([
            "--json", "-c", "load mnist \(folder)/mnist; loss softmax; sgd; eval test",
        ])
        #expect(result.status == 0, "\(result.errors)")
        #expect(try #require(numbers("accuracy", in: result.output).first) >= 0.92)
    }

    @Test(arguments: ["assignment1.md", "assignment1.ko.md"])
    func `the assignment's notes show what they say`(name: String) {
        let result = BuiltProgram.run(["test", "\(TestTools.root)/scripts/lectures/\(name)"])
        #expect(result.status == 0, "\(result.errors)")
        #expect(!result.output.contains("on digits"))
    }

    @Test func `a session with CIFAR-10 and many runs stays under 400 MB`() {
        let result = Shell.memory(
            of: BuiltProgram.path,
            [
                "-c",
                """
                load cifar10 \(folder)/cifar-10-batches-bin; loss svm; reg l2 1e-3
                search random 100; search local 5; gd steps=3; sgd epochs=2; sgd optimizer=adam epochs=1
                loss softmax; lbfgs iterations=5; tune lr=[1e-4, 1e-3] reg=[1e-4, 1e-3] epochs=1
                eval test; plot; plot weights; plot landscape n=11; gradient numeric; runs
                """,
            ])
        #expect(result.status == 0)
        #expect(result.bytes < 400 << 20 && result.bytes > 100 << 20)
    }

    @Test func `the gradient check passes on CIFAR-10`() throws {
        let result = BuiltProgram.run([
            "--json", "-c",
            "load cifar10 \(folder)/cifar-10-batches-bin; loss softmax; reg l2 1e-3; sgd epochs=1; gradcheck",
        ])
        #expect(try #require(numbers("max_relative_error", in: result.output).first) < 1e-6)
    }

    @Test func `CIFAR-10's weights are the same bits on any number of threads and any kernels`() {
        let saved = TemporaryFolder()
        var files: [String] = []
        for options in [["--threads", "1"], ["--threads", "2"], ["--cpu", "scalar"], []] {
            let file = "w\(files.count).npz"
            let result = BuiltProgram.run(
                options + [
                    "-c",
                    """
                    load cifar10 \(folder)/cifar-10-batches-bin; reg l2 1e-3
                    search random 10; gd steps=2; sgd steps=20; save weights \(saved.path)/\(file)
                    """,
                ])
            #expect(result.status == 0, "\(result.errors)")
            files.append(saved.read(file))
        }
        #expect(files.allSatisfy { $0 == files[0] && !$0.isEmpty })
    }
}
