package import Files
import Numeric
import Platform

/// Handwritten digits, 8×8 pictures of 17 greys: the test part of "Optical Recognition of
/// Handwritten Digits" by E. Alpaydin and C. Kaynak (UCI Machine Learning Repository, 1998,
/// https://doi.org/10.24432/C50P49), CC BY 4.0. The file is its `optdigits.tes`, unchanged.
package enum Digits: DatasetSource {
    package static let name = "digits"
    package static let summary = "1 797 handwritten digits, 8×8, part of the program"

    package static func read(_ request: DatasetRequest) throws(FileError) -> Dataset {
        let table = try LabelledTable(
            bundled: PackageResources.digits_csv_gz, name: "digits.csv.gz")
        let features = table.features
        let greys = ByteStorage(
            bytes: (0..<features.count).flatMap { features.row($0).map { UInt8(clamping: $0) } })
        let rows = ByteRows(
            segments: [.init(storage: greys, offset: 0, stride: 64, count: table.labels.count)],
            dimension: 64)
        return try Dataset(
            name: "digits", features: .bytes(rows), labels: table.labels,
            classNames: table.classNames,
            image: ImageShape(width: 8, height: 8, channels: 1, maximum: 16),
            note:
                "Alpaydin and Kaynak, UCI Machine Learning Repository 1998, doi 10.24432/C50P49, CC BY 4.0"
        )
    }
}
