extension Picture {
    /// How a picture of another shape becomes a square.
    package enum Fit: String, CaseIterable, Sendable {
        /// The middle square is taken.
        case crop
        /// Width and height are changed by different factors.
        case stretch
    }

    /// The picture in side×side pixels: smaller by an area average, larger by linear interpolation
    /// (``Resampling``). Whole numbers alone are added, so that every machine gives the same bytes.
    package func resized(to side: Int, _ fit: Fit) -> Picture {
        guard width != side || height != side else { return self }
        let columns = fit == .crop ? Self.middle(width, height) : 0..<width
        let rows = fit == .crop ? Self.middle(height, width) : 0..<height
        let lines = mixed(Resampling(of: rows, to: side))
        return Picture(
            width: side, height: side, channels: channels,
            pixels: mixed(lines, Resampling(of: columns, to: side)))
    }

    /// The middle of `size` that is as long as the shorter side.
    private static func middle(_ size: Int, _ other: Int) -> Range<Int> {
        let side = min(size, other)
        let start = (size - side) / 2
        return start..<start + side
    }

    /// New rows of the width of the old ones, in 256ths of a byte.
    private func mixed(_ rows: Resampling) -> [UInt32] {
        let line = width * channels
        var lines = [UInt32](repeating: 0, count: rows.count * line)
        let source = pixels.span
        for row in 0..<rows.count {
            for tap in 0..<rows.taps {
                let weight = rows.weights[row * rows.taps + tap]
                guard weight > 0 else { continue }
                let from = (rows.starts[row] + tap) * line
                var target = lines.mutableSpan
                for place in 0..<line {
                    target[row * line + place] &+= weight &* UInt32(source[from + place])
                }
            }
        }
        for place in lines.indices { lines[place] = (lines[place] &+ 128) >> 8 }
        return lines
    }

    /// Bytes of rows in 256ths, with new columns.
    private func mixed(_ lines: [UInt32], _ columns: Resampling) -> [UInt8] {
        let line = width * channels
        let source = lines.span
        var bytes: [UInt8] = []
        bytes.reserveCapacity(columns.count * channels * (lines.count / line))
        for row in 0..<lines.count / line {
            for column in 0..<columns.count {
                for channel in 0..<channels {
                    var sum: UInt32 = 1 << 23
                    for tap in 0..<columns.taps {
                        let weight = columns.weights[column * columns.taps + tap]
                        guard weight > 0 else { continue }
                        let pixel = columns.starts[column] + tap
                        sum &+= weight &* source[row * line + pixel * channels + channel]
                    }
                    bytes.append(UInt8(truncatingIfNeeded: sum >> 24))
                }
            }
        }
        return bytes
    }
}
