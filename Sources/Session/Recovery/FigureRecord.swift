package import Plotting

/// Figures as records, the form in which a journal keeps every value.
extension Figure {
    package var record: Record {
        var record: Record = [
            "title": .string(title), "panels": .list(panels.map { .record($0.record) }),
        ]
        record["caption"] = caption.map(Value.string)
        return record
    }

    /// - Returns: nil for a record that is no figure.
    package init?(_ record: Record) {
        guard let title = record.text("title"), let panels = record.all("panels", Panel.init) else {
            return nil
        }
        self.init(title, panels, caption: record.text("caption"))
    }
}

extension Panel {
    fileprivate var record: Record {
        switch self {
        case .chart(let chart):
            [
                "chart": .string(chart.title), "x": .record(chart.x.record),
                "y": .record(chart.y.record),
                "layers": .list(chart.layers.map { .record($0.record) }),
            ]
        case .pictures(let pictures): ["pictures": .list(pictures.map { .record($0.record) })]
        case .bars(let bars):
            [
                "bars": .list(bars.map { .string($0.label) }),
                "values": .numbers(bars.map(\.value)),
                "texts": .list(bars.map { .string($0.text) }),
            ]
        case .table(let table):
            [
                "rows": .string(table.rowTitle), "columns": .string(table.columnTitle),
                "labels": .list(table.labels.map(Value.string)),
                "counts": .numbers(table.counts.joined().map(Double.init)),
            ]
        }
    }

    fileprivate init?(_ record: Record) {
        if let title = record.text("chart") {
            guard let x = record.part("x").flatMap(Axis.init),
                let y = record.part("y").flatMap(Axis.init),
                let layers = record.all("layers", Layer.init)
            else { return nil }
            self = .chart(Chart(title, x: x, y: y, layers))
        } else if let pictures = record.all("pictures", Picture.init) {
            self = .pictures(pictures)
        } else if let labels = record.texts("bars"), let texts = record.texts("texts"),
            let values = record.numbers("values"), labels.count == values.count,
            texts.count == values.count
        {
            self = .bars(labels.indices.map { Bar(labels[$0], values[$0], text: texts[$0]) })
        } else if let rows = record.text("rows"), let columns = record.text("columns"),
            let labels = record.texts("labels"),
            let counts = record.numbers("counts")?.map({ Int(exactly: $0) ?? 0 }),
            counts.count == labels.count * labels.count
        {
            let table = labels.indices.map { row in
                Array(counts[row * labels.count..<(row + 1) * labels.count])
            }
            self = .table(
                CountTable(rowTitle: rows, columnTitle: columns, labels: labels, counts: table))
        } else {
            return nil
        }
    }
}

extension Axis {
    fileprivate var record: Record {
        var record: Record = ["label": .string(label), "log": .boolean(isLogarithmic)]
        record["domain"] = domain.map { .numbers([$0.lowerBound, $0.upperBound]) }
        return record
    }

    fileprivate init?(_ record: Record) {
        guard let label = record.text("label") else { return nil }
        self.init(label, isLogarithmic: record["log"] == true, domain: record.range("domain"))
    }
}

extension Layer {
    fileprivate var record: Record {
        switch self {
        case .line(let points, let label, let colour):
            Self.record("line", points, label, colour)
        case .points(let points, let label, let colour):
            Self.record("points", points, label, colour)
        case .heatmap(let grid): ["heatmap": .record(grid.record)]
        case .regions(let grid): ["regions": .record(grid.record)]
        case .mark(let point, let label): Self.record("mark", [point], label, 0)
        }
    }

    private static func record(_ kind: String, _ points: [Point], _ label: String, _ colour: Int)
        -> Record
    {
        [
            kind: .string(label), "x": .numbers(points.map(\.x)), "y": .numbers(points.map(\.y)),
            "colour": .count(colour),
        ]
    }

    fileprivate init?(_ record: Record) {
        if let grid = record.part("heatmap") {
            guard let grid = Grid(grid) else { return nil }
            self = .heatmap(grid)
            return
        }
        if let grid = record.part("regions") {
            guard let grid = Grid(grid) else { return nil }
            self = .regions(grid)
            return
        }
        guard let x = record.numbers("x"), let y = record.numbers("y"), x.count == y.count,
            case .number(let number) = record["colour"], let colour = Int(exactly: number)
        else { return nil }
        let points = zip(x, y).map { Point($0, $1) }
        if let label = record.text("line") {
            self = .line(points, label: label, colour: colour)
        } else if let label = record.text("points") {
            self = .points(points, label: label, colour: colour)
        } else if let label = record.text("mark"), let point = points.first {
            self = .mark(point, label: label)
        } else {
            return nil
        }
    }
}

extension Grid {
    fileprivate var record: Record {
        [
            "columns": .count(columns), "values": .numbers(values),
            "x": .numbers([x.lowerBound, x.upperBound]),
            "y": .numbers([y.lowerBound, y.upperBound]),
        ]
    }

    fileprivate init?(_ record: Record) {
        guard case .number(let number) = record["columns"], let columns = Int(exactly: number),
            columns > 0, let values = record.numbers("values"),
            values.count.isMultiple(of: columns), let x = record.range("x"),
            let y = record.range("y")
        else { return nil }
        self.init(columns: columns, values: values, x: x, y: y)
    }
}

extension Picture {
    /// Six hexadecimal digits a pixel.
    fileprivate var record: Record {
        var record: Record = [
            "width": .count(width), "height": .count(height), "label": .string(label),
            "pixels": .string(pixels.map { String($0.hex.dropFirst()) }.joined()),
        ]
        if !note.isEmpty { record["note"] = .string(note) }
        return record
    }

    fileprivate init?(_ record: Record) {
        guard case .number(let across) = record["width"], let width = Int(exactly: across),
            case .number(let down) = record["height"], let height = Int(exactly: down),
            let label = record.text("label"),
            let digits = record.text("pixels").map({ Array($0.utf8) }),
            (1...4096).contains(width), (1...4096).contains(height),
            digits.count == 6 * width * height
        else { return nil }
        func byte(_ place: Int) -> UInt8 {
            UInt8(String(decoding: digits[place..<place + 2], as: UTF8.self), radix: 16) ?? 0
        }
        let pixels = stride(from: 0, to: digits.count, by: 6).map { place in
            Colour(byte(place), byte(place + 2), byte(place + 4))
        }
        self.init(
            width: width, height: height, pixels: pixels, label: label,
            note: record.text("note") ?? "")
    }
}

extension Value {
    /// Numbers as words in one string, which has words for NaN and infinities too.
    fileprivate static func numbers(_ numbers: [Double]) -> Value {
        .string(numbers.map { "\($0)" }.joined(separator: " "))
    }
}

extension Record {
    fileprivate func text(_ name: String) -> String? {
        if case .string(let text) = self[name] { text } else { nil }
    }

    fileprivate func texts(_ name: String) -> [String]? {
        guard case .list(let items) = self[name] else { return nil }
        return items.map(\.text)
    }

    fileprivate func part(_ name: String) -> Record? {
        if case .record(let record) = self[name] { record } else { nil }
    }

    fileprivate func numbers(_ name: String) -> [Double]? {
        let words = text(name)?.split(separator: " ")
        let numbers = words?.compactMap { Double($0) }
        return numbers?.count == words?.count ? numbers : nil
    }

    fileprivate func range(_ name: String) -> ClosedRange<Double>? {
        guard let ends = numbers(name), ends.count == 2, ends[0] <= ends[1] else { return nil }
        return ends[0]...ends[1]
    }

    /// The items of a list, each read in the same way; nil when one item cannot be read.
    fileprivate func all<Item>(_ name: String, _ make: (Record) -> Item?) -> [Item]? {
        guard case .list(let values) = self[name] else { return nil }
        let items = values.compactMap { value in
            if case .record(let record) = value { make(record) } else { nil }
        }
        return items.count == values.count ? items : nil
    }
}
