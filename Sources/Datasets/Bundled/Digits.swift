package import Files
import Numeric

/// Handwritten digits, 8×8 pictures of 17 greys: the test part of "Optical Recognition of
/// Handwritten Digits" by E. Alpaydin and C. Kaynak (UCI Machine Learning Repository, 1998,
/// https://doi.org/10.24432/C50P49), CC BY 4.0.
package enum Digits: DatasetSource {
    package static let name = "digits"
    package static let summary = "1 797 handwritten digits, 8×8, part of the program"

    package static func read(_ request: DatasetRequest) throws(FileError) -> Dataset {
        var pixels: [UInt8] = []
        var labels: [Int32] = []
        pixels.reserveCapacity(1797 * 64)
        for line in digitRows.utf8.split(separator: UInt8(ascii: "\n")) {
            pixels += line.prefix(64).map { $0 - UInt8(ascii: "A") }
            labels += line.suffix(1).map { Int32($0) - 48 }
        }
        let rows = ByteRows(
            segments: [
                .init(
                    storage: ByteStorage(bytes: pixels), offset: 0, stride: 64, count: labels.count)
            ],
            dimension: 64)
        return try Dataset(
            name: "digits", features: .bytes(rows), labels: labels,
            classNames: (0...9).map(String.init),
            image: ImageShape(width: 8, height: 8, channels: 1, maximum: 16),
            note:
                "Alpaydin and Kaynak, UCI Machine Learning Repository 1998, doi 10.24432/C50P49, CC BY 4.0"
        )
    }
}
