extension SVGCanvas {
    /// Up to five pictures a row, each with its label below.
    func draw(_ pictures: [Picture], top: Double) -> Part {
        let perRow = min(5, max(1, pictures.count))
        // A single picture does not fill the page.
        let size = min((width - 40) / Double(perRow) - 12, 240)
        let tallest = pictures.map { Double($0.height) / Double(max($0.width, 1)) }.max() ?? 1
        let lines = pictures.contains { !$0.note.isEmpty } ? 2 : 1
        let step = size * tallest + 14 + 16 * Double(lines)
        var elements: [String] = []
        for (index, picture) in pictures.enumerated() {
            let left = 26 + Double(index % perRow) * (size + 12)
            let y = top + Double(index / perRow) * step
            guard picture.width > 0, picture.pixels.count >= picture.width * picture.height else {
                continue
            }
            let n = SVGMarkup.number
            let scale = size / Double(picture.width)
            elements.append(
                "<g transform=\"translate(\(n(left)) \(n(y))) scale(\(n(scale)))\" shape-rendering=\"crispEdges\">"
            )
            elements += pixels(of: picture)
            elements.append("</g>")
            for (line, text) in [picture.label, picture.note].prefix(lines).enumerated() {
                elements.append(
                    SVGMarkup.text(
                        text, x: left + size / 2, y: y + size * tallest + 16 * Double(line + 1),
                        anchor: .middle))
            }
        }
        let rows = (pictures.count + perRow - 1) / perRow
        return Part(elements: elements, height: Double(rows) * step)
    }

    /// One path for equal neighbours of a row.
    private func pixels(of picture: Picture) -> [String] {
        (0..<picture.height).flatMap { row in
            let first = row * picture.width
            return EqualRuns.of(picture.pixels[first..<first + picture.width]).map { run in
                let data = "M\(run.lowerBound - first) \(row)h\(run.count)v1h-\(run.count)z"
                return "<path d=\"\(data)\" fill=\"\(picture.pixels[run.lowerBound].hex)\"/>"
            }
        }
    }
}
