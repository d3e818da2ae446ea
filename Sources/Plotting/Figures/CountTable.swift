/// Counts by row and column, such as a confusion matrix.
package struct CountTable: Sendable, Equatable {
    package var rowTitle: String
    package var columnTitle: String
    package var labels: [String]
    package var counts: [[Int]]

    package init(rowTitle: String, columnTitle: String, labels: [String], counts: [[Int]]) {
        self.rowTitle = rowTitle
        self.columnTitle = columnTitle
        self.labels = labels
        self.counts = counts
    }
}
