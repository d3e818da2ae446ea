/// How a row of features is a picture.
package struct ImageShape: Sendable, Equatable {
    package let width: Int
    package let height: Int
    /// 1 (grey) or 3 (red, green, blue, one plane after the other).
    package let channels: Int
    /// The feature value that is white.
    package let maximum: Float

    package init(width: Int, height: Int, channels: Int, maximum: Float) {
        self.width = width
        self.height = height
        self.channels = channels
        self.maximum = maximum
    }
}
