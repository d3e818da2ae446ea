package import Files
import Numeric

/// Iris flowers: four measures in centimetres, three species. R. A. Fisher, "The use of multiple
/// measurements in taxonomic problems", Annals of Eugenics 7 (1936); UCI Machine Learning
/// Repository, https://doi.org/10.24432/C56C76, CC BY 4.0.
package enum Iris: DatasetSource {
    package static let name = "iris"
    package static let summary = "150 iris flowers, 4 measures, 3 species, part of the program"

    package static func read(_ request: DatasetRequest) throws(FileError) -> Dataset {
        let table = try LabelledTable(bundled: PackageResources.iris_csv, name: "iris.csv")
        return try Dataset(
            name: "iris",
            features: .floats(table.features),
            labels: table.labels, classNames: table.classNames,
            featureNames: table.layout.featureNames,
            note:
                "R. A. Fisher 1936, UCI Machine Learning Repository, doi 10.24432/C56C76, CC BY 4.0",
            table: table.layout)
    }
}
