import Files
import RandomScripts

/// NumPy's archives of arrays: what is read has as many numbers as its shape says.
enum ArchiveTarget: FuzzTarget {
    static let name = "npz"
    static let words = [
        "PK\u{3}\u{4}", "PK\u{1}\u{2}", "PK\u{5}\u{6}", "W.npy", "b.npy", "'descr': '<f4'",
        "'fortran_order': False", "'shape': (2, 3), }", "'<f8'", "'|u1'", "(4294967296,)",
    ]
    private static let limit = 1 << 16

    static func take(_ bytes: [UInt8]) {
        let path = FuzzFolder.file("fuzz.npz", bytes)
        let arrays = Trial.limited {
            FuzzFolder.accepted { () throws(FileError) in
                try NumPyArchive.read(["W", "b", "mean", "scale"], from: path, limit: limit)
            }
        }
        for (_, array) in arrays ?? [:] {
            let count = array.shape.reduce(1) {
                $0.multipliedReportingOverflow(by: $1).partialValue
            }
            promise(array.values.count == count && count <= limit, "not the shape's numbers")
        }
    }
}
