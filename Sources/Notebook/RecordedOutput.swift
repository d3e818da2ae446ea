/// What a cell showed, as notes keep it: text, or a picture drawn in characters.
package struct RecordedOutput: Sendable, Equatable {
    package enum Kind: String, Sendable { case output, plot }

    package var kind: Kind
    package var lines: [String]

    package init(kind: Kind, lines: [String]) {
        self.kind = kind
        self.lines = lines
    }

    /// Neighbouring texts are one output; a failure is text too.
    package static func of(_ cell: Cell) -> [RecordedOutput] {
        var result: [RecordedOutput] = []
        func add(_ kind: Kind, _ lines: [String]) {
            if kind == .output, result.last?.kind == .output {
                result[result.count - 1].lines += lines
            } else {
                result.append(RecordedOutput(kind: kind, lines: lines))
            }
        }
        for output in cell.outputs {
            switch output {
            case .text(let text):
                add(
                    .output,
                    text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init))
            case .figure(let figure): add(.plot, PlainPicture.lines(figure))
            }
        }
        if let error = cell.errorText {
            add(.output, error.split(separator: "\n").map(String.init))
        }
        return result
    }
}
