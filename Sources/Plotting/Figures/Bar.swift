/// One bar of a bar chart.
package struct Bar: Sendable, Equatable {
    package var label: String
    package var value: Double
    /// The value as it is written at the bar's end.
    package var text: String

    package init(_ label: String, _ value: Double, text: String) {
        self.label = label
        self.value = value
        self.text = text
    }
}
