/// A picture's pixels: rows from the top, each a row of pixels of one or three bytes.
package struct Picture: Sendable, Equatable {
    package let width: Int
    package let height: Int
    /// 1 (grey) or 3 (red, green, blue).
    package let channels: Int
    /// width × height × channels bytes.
    package let pixels: [UInt8]

    init(width: Int, height: Int, channels: Int, pixels: [UInt8]) {
        precondition(pixels.count == width * height * channels, "a byte for each colour")
        (self.width, self.height, self.channels) = (width, height, channels)
        self.pixels = pixels
    }

    /// The same in grey, by the weights of ITU-R BT.601 in 65536ths, as other programs round them.
    func grey() -> Picture {
        guard channels == 3 else { return self }
        var grey = [UInt8](repeating: 0, count: width * height)
        let source = pixels.span
        for place in grey.indices {
            let red = UInt32(source[3 * place]) &* 19595
            let green = UInt32(source[3 * place + 1]) &* 38470
            let blue = UInt32(source[3 * place + 2]) &* 7471
            grey[place] = UInt8(truncatingIfNeeded: (red &+ green &+ blue &+ 32768) >> 16)
        }
        return Picture(width: width, height: height, channels: 1, pixels: grey)
    }
}
