/// Reads the source of a web page as the lines that a browser would show, code marked as such.
struct HTMLReader {
    private let input: [Unicode.Scalar]
    private var index = 0
    private var number = 1
    private var open: [Element] = []
    private var block = 0
    private(set) var lines: [Line] = []
    private var text: [Unicode.Scalar] = []
    private var start = 1

    /// An element that is open, with what it means for the text in it.
    private struct Element {
        let name: String
        var language: String?
        var isHidden = false
    }

    init(_ input: [Unicode.Scalar]) { self.input = input }

    /// The lines of a whole page.
    static func lines(of input: [Unicode.Scalar]) -> [Line] {
        var reader = HTMLReader(input)
        while reader.index < input.count { reader.step() }
        reader.endLine()
        return reader.lines
    }

    private var isPreformatted: Bool { open.contains { $0.language != nil } }
    private var isHidden: Bool { open.contains(where: \.isHidden) }
    private var isCode: Bool { open.contains { HTMLNames.code.contains($0.name) } }

    private mutating func step() {
        let next = input[index]
        if next == "<", let tag = HTMLTag(input, at: index) {
            for scalar in input[index..<tag.end] where scalar == "\n" { number += 1 }
            index = tag.end
            take(tag)
        } else if next == "\n" {
            number += 1
            index += 1
            if isPreformatted || isCode { breakLine() } else { append(" ") }
        } else if next == "&", let (scalar, length) = HTMLEntity.read(input[index...]) {
            index += length
            append(scalar)
        } else {
            index += 1
            append(next)
        }
    }

    private mutating func append(_ scalar: Unicode.Scalar) {
        guard !isHidden else { return }
        let isSpace = scalar == " " || scalar == "\t"
        if isSpace, !isPreformatted, !isCode, text.last == " " || text.isEmpty { return }
        if text.isEmpty { start = number }
        text.append(scalar)
    }

    private mutating func take(_ tag: HTMLTag) {
        if tag.name == "br" { return breakLine() }
        if HTMLNames.cells.contains(tag.name) { return cell(tag) }
        if HTMLNames.blocks.contains(tag.name) { endLine() }
        if tag.isClosing {
            close(tag)
            if tag.name == "tr" || tag.name == "row" { endRow() }
        } else if !tag.isEmpty, !HTMLNames.void.contains(tag.name) {
            enter(tag)
        }
        if tag.name == "li", !tag.isClosing { text = ["-", " "] }
    }

    private mutating func close(_ tag: HTMLTag) {
        guard let place = open.lastIndex(where: { $0.name == tag.name }) else { return }
        if open[place].language != nil { endLine() }
        open.removeSubrange(place...)
    }

    /// Code of several lines is a block, although its element is one for code in sentences.
    private mutating func breakLine() {
        if isCode, !isPreformatted,
            let place = open.lastIndex(where: { HTMLNames.code.contains($0.name) })
        {
            open[place].language = ""
            block += 1
        }
        endLine()
    }

    private mutating func enter(_ tag: HTMLTag) {
        var element = Element(name: tag.name)
        element.isHidden = HTMLNames.hidden.contains(tag.name)
        if HTMLNames.preformatted.contains(tag.name) || tag.isPreformatted {
            if !isPreformatted { block += 1 }
            element.language = tag.language
        } else if tag.name == "code", let place = open.indices.last, open[place].language == "" {
            open[place].language = tag.language
        }
        open.append(element)
    }

    /// A cell ends where the next begins: rows have the form that tables have in Markdown.
    private mutating func cell(_ tag: HTMLTag) {
        if tag.isClosing {
            if let place = open.lastIndex(where: { $0.name == tag.name }) {
                open.removeSubrange(place...)
            }
        } else {
            endLine()
            open.append(Element(name: tag.name))
            cells.append([])
        }
    }

    /// The texts of the cells of the row that is being read.
    private var cells: [[Line]] = []

    private mutating func endRow() {
        endLine()
        let row = cells.map { $0 }
        cells = []
        let filled = row.filter { !$0.isEmpty }
        if filled.count == 1 { return lines += filled[0] }
        guard let first = filled.first?.first else { return }
        let texts = row.map { cell in cell.map { $0.string }.joined(separator: " ") }
        let line = "| " + texts.joined(separator: " | ") + " |"
        lines.append(Line(Array(line.unicodeScalars), number: first.number))
    }

    private mutating func endLine() {
        defer { text = [] }
        let isItem = text.starts(with: ["-", " "])
        let inside = isItem ? Array(text.dropFirst(2)) : text
        if Line.trim(inside).isEmpty {
            guard isPreformatted, !isHidden, cells.isEmpty else { return }
            return add([])
        }
        if isPreformatted { return add(Line.trimmedEnd(inside)) }
        guard isCode else { return add(Line.trimmedEnd(text)) }
        add((isItem ? ["-", " "] : []) + ["`"] + Line.trimmedEnd(inside) + ["`"])
    }

    private mutating func add(_ scalars: [Unicode.Scalar]) {
        var line = Line(scalars, number: start)
        if let language = open.last(where: { $0.language != nil })?.language {
            (line.region, line.block) = (Region(language: language), block)
        }
        if cells.isEmpty { lines.append(line) } else { cells[cells.count - 1].append(line) }
    }
}

extension Line {
    static func trimmedEnd(_ scalars: [Unicode.Scalar]) -> [Unicode.Scalar] {
        guard let last = scalars.lastIndex(where: { !$0.properties.isWhitespace }) else {
            return []
        }
        return Array(scalars[...last])
    }
}
