import TerminalText

extension TerminalCanvas {
    /// Two pixels a character, one above the other.
    func draw(_ pictures: [Picture]) -> [ShownText] {
        guard let first = pictures.first else { return [] }
        let perRow = min(pictures.count, max(1, style.window >= 60 ? 5 : style.window / 12))
        let width = max(4, min(max(first.width, 15), (style.window - perRow + 1) / perRow))
        // A picture is at most as high as a full window.
        let height = max(
            1, min(200, (width * max(first.height, 1) / max(first.width, 1) + 1) / 2))
        let textRows = pictures.contains { !$0.note.isEmpty } ? 2 : 1
        var lines: [ShownText] = []
        for start in stride(from: 0, to: pictures.count, by: perRow) {
            let row = pictures[start..<min(start + perRow, pictures.count)]
            var grid = CellGrid(
                columns: perRow * (width + 1) - 1, rows: height + textRows, style: style)
            for (index, picture) in row.enumerated() {
                let left = index * (width + 1)
                for x in 0..<width {
                    for y in 0..<height * 2 {
                        guard let colour = average(picture, x, y, width, height * 2) else {
                            continue
                        }
                        grid.fill(column: left + x, halfRow: y, colour)
                    }
                }
                for (line, text) in [picture.label, picture.note].prefix(textRows).enumerated() {
                    grid.write(
                        TerminalText.fit(text, columns: width, .centre), column: left,
                        row: height + line)
                }
            }
            lines += grid.lines()
        }
        return lines
    }

    /// The mean colour of the pixels under one place of a smaller picture, the nearest of a larger.
    private func average(_ picture: Picture, _ x: Int, _ y: Int, _ width: Int, _ height: Int)
        -> Colour?
    {
        guard picture.width > 0, picture.height > 0,
            picture.pixels.count >= picture.width * picture.height
        else { return nil }
        let columns =
            x * picture.width
            / width..<max((x + 1) * picture.width / width, x * picture.width / width + 1)
        let rows =
            y * picture.height
            / height..<max((y + 1) * picture.height / height, y * picture.height / height + 1)
        var sums = (0, 0, 0)
        for row in rows {
            for column in columns {
                let pixel = picture.pixels[row * picture.width + column]
                sums = (
                    sums.0 + Int(pixel.red), sums.1 + Int(pixel.green), sums.2 + Int(pixel.blue)
                )
            }
        }
        let count = columns.count * rows.count
        return Colour(UInt8(sums.0 / count), UInt8(sums.1 / count), UInt8(sums.2 / count))
    }
}
