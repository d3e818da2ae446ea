/// How a row of features is a picture.
package struct ImageShape: Sendable, Equatable {
    package let width: Int
    package let height: Int
    /// 1 (grey) or 3 (red, green, blue).
    package let channels: Int
    /// Whether the colours of a pixel lie side by side, and not one plane after the other.
    package let isInterleaved: Bool
    /// The feature value that is white.
    package let maximum: Float

    package init(
        width: Int, height: Int, channels: Int, maximum: Float, isInterleaved: Bool = false
    ) {
        self.width = width
        self.height = height
        self.channels = channels
        self.maximum = maximum
        self.isInterleaved = isInterleaved
    }
}
