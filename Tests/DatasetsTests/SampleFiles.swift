import Files
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
        "npz": { folder in
            let path = folder.path + "/a.npz"
            try? NumPyArchive.write(
                [
                    ("x", .numbers(shape: [3, 2], [1, 2.5, -0.3, 4, 5, 6])),
                    ("y", .texts(["a", "b", "a"])),
                ], to: path)
            return path
        },
        "npy": { folder in
            folder.write("a.npy", bytes: npy("|u1", "3, 2") + [1, 2, 3, 4, 5, 6])
            folder.write("y.npy", bytes: npy("|u1", "3,") + [0, 1, 0])
            return folder.path + "/a.npy"
        },
        "images": { folder in
            for (name, bytes) in [
                ("cat", SamplePictures.colourPNG), ("dog", SamplePictures.greyJPEG),
            ] {
                folder.makeFolder(name)
                folder.write("\(name)/1.png", bytes: bytes)
            }
            return folder.path
        },
    ]

    /// What stands before the items of an array.
    static func npy(
        _ type: String, _ shape: String, isFortran: Bool = false, padded: Bool = false
    ) -> [UInt8] {
        let order = isFortran ? "True" : "False"
        var header = "{'descr': '\(type)', 'fortran_order': \(order), 'shape': (\(shape)), }"
        while padded, (11 + header.utf8.count) % 64 != 0 { header += " " }
        header += "\n"
        return [0x93] + Array("NUMPY".utf8) + [1, 0, UInt8(header.utf8.count), 0] + header.utf8
    }

    private static func pixels(seed: Int) -> [UInt8] {
        (0..<3072).map { UInt8(truncatingIfNeeded: $0 &* 37 &+ seed) }
    }
}
