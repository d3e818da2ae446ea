import TestSupport

/// A small file or folder of each format, which the tests of all sources read.
enum SampleFiles {
    /// By the source's name: writes the sample, and returns the path to load.
    static let writers: [String: @Sendable (TemporaryFolder) -> String] = [
        "cifar10": { folder in
            for name in (1...5).map({ "data_batch_\($0).bin" }) + ["test_batch.bin"] {
                let records = (0..<2).map { [UInt8($0)] + pixels(seed: $0) }
                folder.write(name, bytes: records.flatMap(\.self))
            }
            return folder.path
        },
        "cifar100": { folder in
            for name in ["train.bin", "test.bin"] {
                let records = (0..<2).map { [UInt8($0), UInt8($0 + 9)] + pixels(seed: $0) }
                folder.write(name, bytes: records.flatMap(\.self))
            }
            return folder.path
        },
        "mnist": { folder in
            for prefix in ["train", "t10k"] {
                let shape: [UInt8] = [0, 0, 0, 2, 0, 0, 0, 3, 0, 0, 0, 4]
                folder.write(
                    "\(prefix)-images-idx3-ubyte",
                    bytes: [0, 0, 8, 3] + shape + pixels(seed: 3).prefix(24))
                folder.write("\(prefix)-labels-idx1-ubyte", bytes: [0, 0, 8, 1, 0, 0, 0, 2, 3, 7])
            }
            return folder.path
        },
        "csv": { folder in
            folder.write("a.csv", "x,y,kind\n1,2.5,a\n-3e-1,4,b\n5,6,a\n")
            return folder.path + "/a.csv"
        },
        "libsvm": { folder in
            folder.write("a.svm", "1 1:0.5 3:2\n-1 2:1e-1\n1 3:7\n")
            return folder.path + "/a.svm"
        },
    ]

    private static func pixels(seed: Int) -> [UInt8] {
        (0..<3072).map { UInt8(truncatingIfNeeded: $0 &* 37 &+ seed) }
    }
}
