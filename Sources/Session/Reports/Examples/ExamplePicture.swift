import Datasets
import Platform
import Plotting

/// Features as a picture.
enum ExamplePicture {
    static func make(_ row: [Float], _ shape: ImageShape, label: String, note: String = "")
        -> Picture
    {
        let area = shape.width * shape.height
        func level(_ channel: Int, _ pixel: Int) -> UInt8 {
            let place =
                shape.isInterleaved ? pixel * shape.channels + channel : channel * area + pixel
            return UInt8(clamping: (row[place] / shape.maximum * 255).rounded())
        }
        let pixels = (0..<area).map { pixel in
            shape.channels == 3
                ? Colour(level(0, pixel), level(1, pixel), level(2, pixel))
                : Colour(grey: level(0, pixel))
        }
        return Picture(
            width: shape.width, height: shape.height, pixels: pixels, label: label, note: note)
    }
}
